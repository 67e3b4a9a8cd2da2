import type { ItemDescription, PathStep, PermissionName, VisibilityLevel } from '@auth-service/authorization';
import { fits, groupOf, holds, isOpen, type NaiveItem, sees, type Tables } from './naive-authorization.js';

export const LEVELS: readonly VisibilityLevel[] = [1, 3, 5, 7];
export const ASKED = ['deal:read', 'deal:update', 'audit:read', 'rbac:bind', 'user:delete'] as const;

/** Whether somebody may do something, and to what. */
export interface Asked {
  readonly user: string;
  readonly name: PermissionName;
  readonly item?: NaiveItem;
  readonly team?: string;
}

/** Items of everybody, at every level, some pinned and some followed. */
export const itemsOf = (users: readonly string[], tables: Tables): NaiveItem[] =>
  users.flatMap((owner, index) =>
    LEVELS.map((level, place) => ({
      id: `${index}${place}`,
      owner,
      level,
      pinned: place === index ? (tables.groups[place]?.number ?? null) : null,
      followers: (index + place) % 4 === 0 ? [users[(index + 1) % users.length] ?? ''] : [],
    })),
  );

/** Everything that is asked, of everybody: permissions in no team and in each, and what may be done to items. */
export function questionsOf(users: readonly string[], teams: readonly string[], tables: Tables): Asked[] {
  const items = itemsOf(users, tables);
  return users.flatMap((user) => [
    ...ASKED.flatMap((name) => [{ user, name }, ...teams.map((team) => ({ user, name, team }))]),
    ...items.flatMap((item) => (['deal:read', 'deal:update'] as const).map((name) => ({ user, name, item }))),
  ]);
}

/** Whether a user may, by plain recursion: the permission (own items, or anybody's), and sight. */
export const may = (tables: Tables, { user, name, item, team }: Asked): boolean =>
  wantedOf(tables, user, name, item).some((one) => holds(tables, user, one, team)) &&
  (item === undefined || sees(tables, user, item, 'deal'));

function wantedOf(tables: Tables, user: string, name: string, item?: NaiveItem): string[] {
  const any = `${name}_any`;
  if (!tables.permissions.includes(any)) return [name];
  return item === undefined || item.owner === user ? [name, any] : [any];
}

/** An item as a service describes it. */
export const described = (tables: Tables, item: NaiveItem): ItemDescription => ({
  type: 'deal',
  ownerId: item.owner,
  followerIds: item.followers,
  group: item.pinned ?? groupOf(tables, item.owner),
  level: item.level as VisibilityLevel,
});

/** Whether the tables know every step of a way, and it leads to what was asked for. */
export function wayHolds(tables: Tables, asked: Asked, path: readonly PathStep[]): boolean {
  const { user, name, item, team } = asked;
  const [first, ...between] = path;
  const last = between.pop();
  if (first?.type !== 'user' || first.id !== user || last?.type !== 'permission') return false;
  if (!wantedOf(tables, user, name, item).includes(last.name)) return false;
  const roles = between.flatMap((step) => (step.type === 'role' ? [step.id] : []));
  const [given] = roles;
  if (given === undefined) return isGranted(tables, user, last.name);
  return (
    isGiven(tables, user, given, between[0], team) &&
    roles.slice(1).every((role, place) => inherits(tables, roles[place], role)) &&
    brings(tables, roles.at(-1), last)
  );
}

const brings = (
  { holds: held }: Tables,
  role: string | undefined,
  { name, pattern }: Extract<PathStep, { type: 'permission' }>,
): boolean => fits(pattern, name) && held.some((row) => row.role_id === role && row.pattern === pattern);

const isGranted = (tables: Tables, user: string, name: string): boolean =>
  tables.grants.some((row) => row.user_id === user && row.name === name && isOpen(row, tables.now));

const inherits = (tables: Tables, role: string | undefined, parent: string): boolean =>
  tables.parents.some((row) => row.role_id === role && row.parent_id === parent);

function isGiven(
  tables: Tables,
  user: string,
  role: string,
  by: PathStep | undefined,
  team?: string,
): boolean {
  if (by?.type === 'default') return tables.roles.some(({ id, is_default: is }) => id === role && is);
  const open = tables.assignments.filter((row) => row.role_id === role && isOpen(row, tables.now));
  if (by?.type !== 'team') return open.some((row) => row.user_id === user);
  return (
    tables.teams.some(({ id }) => id === by.id) &&
    tables.members.some((row) => row.team_id === by.id && row.user_id === user) &&
    open.some((row) => row.team_id === by.id && (!row.team_scoped || by.id === team))
  );
}
