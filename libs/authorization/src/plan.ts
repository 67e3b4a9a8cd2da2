import type { Access } from './access.js';
import type { AuthorizationModel } from './authorization-model.js';
import { type DenialReason, permissionsFor, type Question } from './decision.js';
import type { SubjectRecord } from './records.js';
import { type VisibilityCondition, visibilityCondition } from './visibility-condition.js';

/** What a list of items of a type has to be reduced to. */
export interface Plan {
  readonly condition: VisibilityCondition;
  /** Of a list of which nothing is left. */
  readonly reason?: DenialReason;
}

/**
 * Plans a list: for every item, the condition holds exactly when {@link decide} allows it.
 *
 * @param question - without an item; `parents` are the list's own business
 * @example plan(model, subject, access, { type: 'deal', action: 'read' }).condition.kind // 'some'
 */
export function plan(
  model: AuthorizationModel,
  subject: SubjectRecord,
  access: Access,
  { type, action, teamId, assurance = 'aal2' }: Omit<Question, 'item' | 'parents'>,
): Plan {
  if (!subject.isActive) return { condition: { kind: 'none' }, reason: 'inactive' };
  const held = access.atLevel(assurance);
  const mayDo = (ownerId: string | null) =>
    permissionsFor(model, subject, { type, action, item: { type, ownerId, group: 0 } }).some((name) =>
      held.has(name, teamId),
    );
  if (mayDo(null)) {
    return { condition: visibilityCondition(model.viewerOf(subject, held, type, teamId), model.tree) };
  }
  return mayDo(subject.id)
    ? { condition: { kind: 'own', me: subject.id } }
    : { condition: { kind: 'none' }, reason: 'not_permitted' };
}
