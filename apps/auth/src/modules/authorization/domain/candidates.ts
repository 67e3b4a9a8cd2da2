import { type AuthorizationModel, closureOf, type PermissionName } from '@auth-service/authorization';
import type { CandidateQuestion } from './candidate-question.js';
import type { Evaluation } from './evaluation.js';

/** Users looked at in one step. */
const STEP = 500;
/** Steps for one page: one that finds little ends early and says where to go on. */
const MAX_STEPS = 20;

/** Before every user. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Some of what was found, and where to go on; null at the end. */
export interface Found<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * Finds a page of users among those who come into question.
 *
 * @param list - ids in their order, behind one of them
 * @param keep - for each id what is found, undefined for nothing
 * @param after - where the page before ended
 */
export async function findAmong<Item>(
  list: (after: string | null, count: number) => Promise<readonly string[]>,
  keep: (ids: readonly string[]) => Promise<readonly (Item | undefined)[]>,
  after: string | null,
  limit: number,
): Promise<Found<Item>> {
  if (limit === 0) return { items: [], next: after ?? FIRST };
  const items: Item[] = [];
  let last = after;
  for (let step = 0; step < MAX_STEPS; step++) {
    const ids = await list(last, STEP);
    const kept = await keep(ids);
    for (const [index, userId] of ids.entries()) {
      const item = kept[index];
      if (item !== undefined) items.push(item);
      last = userId;
      if (items.length === limit) return { items, next: last };
    }
    if (ids.length < STEP) return { items, next: null };
  }
  return { items, next: last };
}

/** Which roles bring what is asked for; the answer itself is the rules'. */
export function bringersOf(
  model: AuthorizationModel,
  { resourceType, action }: Pick<Evaluation, 'resourceType' | 'action'>,
): CandidateQuestion {
  const permissions: PermissionName[] = [`${resourceType}:${action}`, `${resourceType}:${action}_any`];
  const roleIds = [...model.roles.keys()].filter((roleId) => {
    const held = model.permissionsOf([roleId]);
    return permissions.some((name) => held.has(name));
  });
  const defaults = [...model.roles.values()].filter(({ isDefault }) => isDefault).map(({ id }) => id);
  const everybodys = closureOf(defaults, model.parentsOf);
  return { roleIds, everybody: roleIds.some((roleId) => everybodys.has(roleId)), permissions };
}
