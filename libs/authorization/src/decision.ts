import type { Access, AssuranceLevel } from './access.js';
import type { AuthorizationModel } from './authorization-model.js';
import type { PermissionName } from './permission-name.js';
import type { SubjectRecord } from './records.js';
import {
  defaultLevel,
  seenFrom,
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
  return isPermitted(model, subject, held, question) ? ALLOWED : NOT_PERMITTED;
}

/**
 * The permissions of which one is enough. Where the catalogue knows `deal:update_any`, `deal:update` covers own items
 * alone (rule V5).
 *
 * @example permissionsFor(model, subject, { type: 'deal', action: 'update', item: others }) // ['deal:update_any']
 */
export function permissionsFor(
  model: AuthorizationModel,
  subject: SubjectRecord,
  { type, action, item }: Question,
): readonly PermissionName[] {
  const { catalogue } = model;
  const plain = catalogue.nameOf(type, action) ?? (`${type}:${action}` as const);
  const any = catalogue.nameOf(type, anyOf(action));
  if (any === undefined) return [plain];
  return item === undefined || item.ownerId === subject.id ? [plain, any] : [any];
}

/** The text of each action is made once; actions come from code, so there are few. */
const anyNames = new Map<string, string>();
const MAX_ANY_NAMES = 10_000;

function anyOf(action: string): string {
  const known = anyNames.get(action);
  if (known !== undefined) return known;
  const name = `${action}_any`;
  if (anyNames.size < MAX_ANY_NAMES) anyNames.set(action, name);
  return name;
}

function isPermitted(
  model: AuthorizationModel,
  subject: SubjectRecord,
  held: Access,
  question: Question,
): boolean {
  for (const name of permissionsFor(model, subject, question)) {
    if (held.has(name, question.teamId)) return true;
  }
  return false;
}

/** How a subject stands to a described item. */
export interface Sight {
  readonly relation: VisibilityRelation;
  readonly level: VisibilityLevel;
  readonly isVisible: boolean;
}

/**
 * How an active subject stands to an item, and whether they see it.
 *
 * @example sightOf(model, subject, access, item) // { relation: 'same_group', level: 3, isVisible: true }
 */
export function sightOf(
  model: AuthorizationModel,
  subject: SubjectRecord,
  access: Access,
  item: ItemDescription,
  teamId?: string,
): Sight {
  const visible: VisibleItem =
    item.level === undefined ? { ...item, level: levelOf(model, item) } : (item as VisibleItem);
  const viewer = model.viewerOf(subject, access, item.type, teamId);
  const relation = visibilityRelation(viewer, visible, model.tree);
  return { relation, level: visible.level, isVisible: visible.level >= seenFrom(relation) };
}

function isSeen(
  model: AuthorizationModel,
  subject: SubjectRecord,
  access: Access,
  { item, parents, teamId }: Question,
): boolean {
  if (item !== undefined && !sightOf(model, subject, access, item, teamId).isVisible) return false;
  if (parents === undefined) return true;
  for (const parent of parents) {
    if (!sightOf(model, subject, access, parent, teamId).isVisible) return false;
  }
  return true;
}

const levelOf = (model: AuthorizationModel, { group, type }: ItemDescription): VisibilityLevel =>
  defaultLevel(group, model.tree, (number) => model.groups.get(number)?.defaults[type]);
