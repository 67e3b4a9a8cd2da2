import type { AssuranceLevel, VisibilityLevel } from '@auth-service/authorization';

/** An item as the calling service describes it. */
export interface DescribedItem {
  readonly type: string;
  readonly ownerId: string | null;
  readonly followerIds: readonly string[];
  /** Number of the group in which it is pinned; null: the owner's current one. */
  readonly group: number | null;
  /** undefined: the default of that group for the type. */
  readonly level: VisibilityLevel | undefined;
}

/** May this subject do this to that? */
export interface Evaluation {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly action: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly teamId: string | undefined;
  /** null: only the permission is asked for. */
  readonly item: DescribedItem | null;
  readonly parents: readonly DescribedItem[];
  readonly assurance: AssuranceLevel;
}

/** Why not, beyond what the rules say. */
export type EvaluationReason =
  | 'inactive'
  | 'not_visible'
  | 'not_permitted'
  | 'unknown_subject'
  | 'unknown_subject_type'
  | 'self_described';

/** A decision, and for a denial why and what the caller may answer. */
export interface EvaluationResult {
  readonly decision: boolean;
  readonly context?: { readonly reason: EvaluationReason; readonly status: 403 | 404 };
}

/** The only kind of subject that there is so far. */
export const USER_SUBJECT = 'user';

export const ALLOWED: EvaluationResult = { decision: true };

const denials = Object.fromEntries(
  (
    [
      ['inactive', 403],
      ['not_visible', 404],
      ['not_permitted', 403],
      ['unknown_subject', 403],
      ['unknown_subject_type', 403],
      ['self_described', 403],
    ] as const
  ).map(([reason, status]) => [reason, { decision: false, context: { reason, status } }]),
) as Readonly<Record<EvaluationReason, EvaluationResult>>;

/** A denial; what is not visible answers 404 (rule V12). */
export const denied = (reason: EvaluationReason): EvaluationResult => denials[reason];
