import type { Access, AssuranceLevel } from './access.js';
import type { AuthorizationModel } from './authorization-model.js';
import type { PermissionName } from './permission-name.js';
import type { SubjectRecord } from './records.js';
import {
  defaultLevel,
  isVisible,
  type VisibilityLevel,
  type VisibilityRelation,
  visibilityRelation,
  type VisibleItem,
} from './visibility.js';

/** An item as the service that owns it describes it. Never described by the one who wants to reach it. */
export interface ItemDescription {
  /** For example `deal`. */
  readonly type: string;
  readonly ownerId: string | null;
  readonly followerIds?: readonly string[];
  /** The number of the group in which it counts: pinned, or the owner's. */
  readonly group: number;
  /** The type's default in that group when nothing is said (rule V1). */
  readonly level?: VisibilityLevel;
}

/** What somebody wants to do. */
export interface Question {
  /** Type of the resource, for example `deal`. */
  readonly type: string;
  /** For example `update`. */
  readonly action: string;
  /** The team to which the resource belongs. */
  readonly teamId?: string;
  /** The item in question; without it only the permission is asked for. */
  readonly item?: ItemDescription;
  /** What the item belongs to: it is visible when all of these are (rule V13). */
  readonly parents?: readonly ItemDescription[];
  /** How strong the session is; the strongest when nothing is said. */
  readonly assurance?: AssuranceLevel;
}

/** Why not. What is invisible answers 404, what is visible but not permitted 403 (rule V12). */
export type DenialReason = 'inactive' | 'not_visible' | 'not_permitted';

/** May they? */
export type Decision =
  { readonly allowed: true } | { readonly allowed: false; readonly reason: DenialReason };

const ALLOWED: Decision = { allowed: true };
const INACTIVE: Decision = { allowed: false, reason: 'inactive' };
const NOT_VISIBLE: Decision = { allowed: false, reason: 'not_visible' };
const NOT_PERMITTED: Decision = { allowed: false, reason: 'not_permitted' };

/**
 * `allow = active AND permitted AND visible`.
 *
 * @param access - of the same subject, from {@link AuthorizationModel.accessOf}
 * @example decide(model, subject, access, { type: 'deal', action: 'read' }) // { allowed: true }
 */
export function decide(
  model: AuthorizationModel,
  subject: SubjectRecord,
  access: Access,
  question: Question,
): Decision {
  if (!subject.isActive) return INACTIVE;
  const held = access.atLevel(question.assurance ?? 'aal2');
  if (!isSeen(model, subject, held, question)) return NOT_VISIBLE;
  return permissionsFor(model, subject, question).some((name) => held.has(name, question.teamId))
    ? ALLOWED
    : NOT_PERMITTED;
}

/**
 * The permissions of which one is enough. Where the catalogue knows `deal:update_any`, `deal:update` covers own items
 * alone (rule V5).
 */
export function permissionsFor(
  model: AuthorizationModel,
  subject: SubjectRecord,
  { type, action, item }: Question,
): readonly PermissionName[] {
  const plain: PermissionName = `${type}:${action}`;
  const any: PermissionName = `${type}:${action}_any`;
  if (model.catalogue.numberOf(any) === undefined) return [plain];
  return item === undefined || item.ownerId === subject.id ? [plain, any] : [any];
}

/** How a subject stands to a described item. */
export interface Sight {
  readonly relation: VisibilityRelation;
  readonly level: VisibilityLevel;
  readonly isVisible: boolean;
}

/** How an active subject stands to an item, and whether they see it. */
export function sightOf(
  model: AuthorizationModel,
  subject: SubjectRecord,
  access: Access,
  item: ItemDescription,
  teamId?: string,
): Sight {
  const visible: VisibleItem = { ...item, level: item.level ?? levelOf(model, item) };
  const viewer = {
    id: subject.id,
    group: model.groupOf(subject),
    managed: model.managedBy(subject.id),
    viewsAll: access.has(`${item.type}:view_all`, teamId),
  };
  return {
    relation: visibilityRelation(viewer, visible, model.tree),
    level: visible.level,
    isVisible: isVisible(viewer, visible, model.tree),
  };
}

function isSeen(
  model: AuthorizationModel,
  subject: SubjectRecord,
  access: Access,
  { item, parents, teamId }: Question,
): boolean {
  for (const part of item === undefined ? (parents ?? []) : [item, ...(parents ?? [])]) {
    if (!sightOf(model, subject, access, part, teamId).isVisible) return false;
  }
  return true;
}

const levelOf = (model: AuthorizationModel, { group, type }: ItemDescription): VisibilityLevel =>
  defaultLevel(group, model.tree, (number) => model.groups.get(number)?.defaults[type]);
