import { type AuthorizationModel, closureOf, visibilityCondition } from '@auth-service/authorization';
import type { Reach } from './affected-user.repository.js';
import type { Notes } from '../revision-log.js';

/** Whom a change can concern, by what it noted and by the structure on both sides of it. */
export function reachOf(noted: Notes, before: AuthorizationModel, after: AuthorizationModel): Reach {
  const sides = [before, after];
  const roleIds = new Set(sides.flatMap((model) => heirsOf(model, noted.role)));
  const groups = noted.group.size === 0 ? [] : changedGroups(before, after);
  return {
    userIds: [...noted.user, ...(noted.group.size === 0 ? [] : sides.flatMap(managersOf))],
    roleIds: [...roleIds],
    teamIds: [...noted.team],
    groupIds: groups.map(({ id }) => id),
    defaultGroup: groups.some(({ isDefault }) => isDefault),
    everybody: sides.some((model) =>
      [...model.roles.values()].some(({ id, isDefault }) => isDefault && roleIds.has(id)),
    ),
  };
}

/** The roles and all that inherit from them. */
function heirsOf(model: AuthorizationModel, roleIds: ReadonlySet<string>): string[] {
  if (roleIds.size === 0) return [];
  return [...model.roles.keys()].filter((id) =>
    [...closureOf([id], model.parentsOf)].some((inherited) => roleIds.has(inherited)),
  );
}

/** The groups whose members see from elsewhere than before. */
function changedGroups(before: AuthorizationModel, after: AuthorizationModel) {
  return [...before.groups.values(), ...after.groups.values()].filter(
    ({ number }) => standpoint(before, number) !== standpoint(after, number),
  );
}

const standpoint = ({ tree }: AuthorizationModel, group: number): string =>
  JSON.stringify([
    tree.has(group),
    visibilityCondition({ id: '', group, managed: [], viewsAll: false }, tree),
  ]);

const managersOf = ({ groups }: AuthorizationModel): string[] =>
  [...groups.values()].flatMap(({ managers }) => managers);
