import type {
  AuthorizationStructure,
  AuthorizationUpdate,
  PermissionName,
  SubjectRecord,
} from '@auth-service/authorization';
import fc from 'fast-check';
import type { Tables } from './naive-authorization.js';

/** Tables in memory alone, as nobody's rules keep them: what decides shall be right whatever they hold. */
export const people = ['ann', 'bob', 'cid', 'dan'];
const roles = ['role 0', 'role 1', 'role 2', 'everybody'];
export const teams = ['team 0', 'team 1'];
const groups = [1, 2, 3, 4].map((number) => ({ id: `group ${number}`, number }));
const PATTERNS: readonly PermissionName[] = [
  'deal:read',
  'deal:update',
  'deal:update_any',
  'deal:view_all',
  'deal:*',
  '*:read',
  '*:*',
  'audit:read',
];
const OPTIONAL = ['deal:update_any', 'deal:view_all'];
const START = Date.UTC(2026, 0, 31);
const HOUR_MS = 3_600_000;

const given = ['assign', 'carry', 'grant', 'hold', 'inherit', 'join', 'manage'] as const;
const others = [
  'revoke',
  'drop',
  'ungrant',
  'withhold',
  'disinherit',
  'leave',
  'unmanage',
  'end team',
  'place',
  'hang',
  'status',
  'register',
  'wait',
] as const;

/** One change of the tables, with places in the lists. */
export interface Change {
  readonly kind: (typeof given)[number] | (typeof others)[number];
  readonly user: number;
  readonly role: number;
  readonly other: number;
  readonly pattern: PermissionName;
  readonly window: 'always' | 'past' | 'now' | 'later';
  readonly flag: boolean;
}

const place = fc.nat({ max: 3 });
/** Any change; those that give come more often, so that there is something to take. */
export const anyChange: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...given, ...given, ...others),
  user: place,
  role: place,
  other: place,
  pattern: fc.constantFrom(...PATTERNS),
  window: fc.constantFrom('always', 'always', 'past', 'now', 'later'),
  flag: fc.boolean(),
});

/** Changes that only give: nobody has less afterwards. */
export const onlyGives = ({ kind }: Change): boolean => given.some((one) => one === kind);

/** Nobody has anything. */
export const emptyTables: Tables = {
  now: START,
  users: people.map((id) => ({ id, active: true })),
  roles: roles.map((id) => ({ id, name: id, is_default: id === 'everybody' })),
  teams: teams.map((id) => ({ id })),
  groups: groups.map((group) => ({ ...group, parent_id: null, is_default: group.number === 1 })),
  permissions: ['deal:read', 'deal:update', 'audit:read', 'rbac:bind', ...OPTIONAL],
  holds: [],
  parents: [],
  assignments: [],
  grants: [],
  members: [],
  placed: [],
  managers: [],
  duties: [],
};

/** Hours from the start of a run. */
const OPENS = { always: -9, past: -2, now: -1, later: 1 };
const CLOSES = { always: null, past: -1, now: 1, later: 2 };

function windowOf({ window }: Change) {
  const [opens, closes] = [OPENS[window], CLOSES[window]];
  return {
    valid_from: new Date(START + opens * HOUR_MS),
    valid_until: closes === null ? null : new Date(START + closes * HOUR_MS),
  };
}

/** The tables after a change. */
export function changed(tables: Tables, change: Change): Tables {
  const at = <Entry>(list: readonly Entry[], index: number) => list[index % list.length] as Entry;
  const [user, role, team] = [at(people, change.user), at(roles, change.role), at(teams, change.other)];
  const group = at(groups, change.role);
  const [lower, upper] = [Math.min(change.role, change.other), Math.max(change.role, change.other)];
  const row = { role_id: role, team_scoped: false, user_id: null, team_id: null, ...windowOf(change) };
  const name = change.pattern.includes('*') ? 'deal:read' : change.pattern;
  const toggled = <Entry>(list: readonly Entry[], entry: Entry, is: (one: Entry) => boolean) =>
    list.some(is) ? list.filter((one) => !is(one)) : [...list, entry];
  const changes: Record<Change['kind'], () => Partial<Tables>> = {
    assign: () => ({ assignments: [...tables.assignments, { ...row, user_id: user }] }),
    revoke: () => ({
      assignments: tables.assignments.filter((one) => one.user_id !== user || one.role_id !== role),
    }),
    carry: () => ({
      assignments: [...tables.assignments, { ...row, team_id: team, team_scoped: change.flag }],
    }),
    drop: () => ({
      assignments: tables.assignments.filter((one) => one.team_id !== team || one.role_id !== role),
    }),
    grant: () => ({ grants: [...tables.grants, { user_id: user, name, ...windowOf(change) }] }),
    ungrant: () => ({ grants: tables.grants.filter((one) => one.user_id !== user || one.name !== name) }),
    hold: () => ({ holds: [...tables.holds, { role_id: role, pattern: change.pattern }] }),
    withhold: () => ({ holds: tables.holds.filter((one) => one.role_id !== role) }),
    // From the front of the list to its back alone: never a cycle.
    inherit: () => ({
      parents:
        lower === upper
          ? tables.parents
          : [...tables.parents, { role_id: at(roles, lower), parent_id: at(roles, upper) }],
    }),
    disinherit: () => ({ parents: tables.parents.filter((one) => one.role_id !== role) }),
    join: () => ({ members: [...tables.members, { team_id: team, user_id: user }] }),
    leave: () => ({
      members: tables.members.filter((one) => one.team_id !== team || one.user_id !== user),
    }),
    'end team': () => ({ teams: toggled(tables.teams, { id: team }, ({ id }) => id === team) }),
    manage: () => ({ managers: [...tables.managers, { user_id: user, group_id: group.id }] }),
    unmanage: () => ({ managers: tables.managers.filter((one) => one.user_id !== user) }),
    place: () => ({
      placed: [
        ...tables.placed.filter((one) => one.user_id !== user),
        ...(change.flag ? [{ user_id: user, group_id: group.id }] : []),
      ],
    }),
    hang: () => ({
      groups: tables.groups.map((one) =>
        one.number === upper + 1 && lower !== upper
          ? { ...one, parent_id: change.flag ? at(groups, lower).id : null }
          : one,
      ),
    }),
    status: () => ({
      users: tables.users.map((one) => (one.id === user ? { ...one, active: !one.active } : one)),
    }),
    register: () => {
      const optional = at(OPTIONAL, change.other);
      return { permissions: toggled(tables.permissions, optional, (one) => one === optional) };
    },
    wait: () => ({ now: tables.now + HOUR_MS / 2 }),
  };
  return { ...tables, ...changes[change.kind]() };
}

const windowed = (row: { valid_from: Date; valid_until: Date | null }) => ({
  validFrom: row.valid_from.getTime(),
  validUntil: row.valid_until?.getTime() ?? null,
});

/** The tables as the library reads them. */
export function toRecords(tables: Tables): { structure: AuthorizationStructure; users: SubjectRecord[] } {
  const assigned = (id: string, of: 'user_id' | 'team_id') =>
    tables.assignments
      .filter((row) => row[of] === id)
      .map((row) => ({ roleId: row.role_id, teamScoped: row.team_scoped, ...windowed(row) }));
  const numberOf = (groupId: string | null | undefined) =>
    tables.groups.find(({ id }) => id === groupId)?.number ?? null;
  return {
    structure: {
      permissions: tables.permissions as PermissionName[],
      roles: tables.roles.map(({ id, name, is_default: isDefault }) => ({
        id,
        name,
        isDefault,
        requiresSecondFactor: false,
        permissions: tables.holds
          .filter((row) => row.role_id === id)
          .map(({ pattern }) => pattern as PermissionName),
        parents: tables.parents.filter((row) => row.role_id === id).map((row) => row.parent_id),
      })),
      teams: tables.teams.map(({ id }) => ({ id, name: id, roles: assigned(id, 'team_id') })),
      groups: tables.groups.map(({ id, number, parent_id: parent, is_default: isDefault }) => ({
        id,
        number,
        name: id,
        isDefault,
        parent: numberOf(parent),
        managers: tables.managers.filter((row) => row.group_id === id).map((row) => row.user_id),
        defaults: {},
      })),
    },
    users: tables.users.map(({ id, active: isActive }) => ({
      id,
      isActive,
      roles: assigned(id, 'user_id'),
      permissions: tables.grants
        .filter((row) => row.user_id === id)
        .map((row) => ({ permission: row.name as PermissionName, ...windowed(row) })),
      teams: tables.members.filter((row) => row.user_id === id).map((row) => row.team_id),
      group: numberOf(tables.placed.find((row) => row.user_id === id)?.group_id),
    })),
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** What has changed between two places of a history, as it is at the later one. */
export function updateBetween(history: readonly Tables[], since: number, rev: number): AuthorizationUpdate {
  const records = history.slice(since, rev + 1).map(toRecords);
  const pairs = records.slice(1).map((after, index) => [records[index]!, after] as const);
  const idsOf = (list: (of: (typeof records)[number]) => readonly { readonly id: string }[]) =>
    pairs.flatMap(([before, after]) =>
      [...list(before), ...list(after)]
        .filter(
          ({ id }) =>
            !isSame(
              list(before).find((one) => one.id === id),
              list(after).find((one) => one.id === id),
            ),
        )
        .map(({ id }) => id),
    );
  const touched = new Set([
    ...idsOf(({ structure }) => structure.roles),
    ...idsOf(({ structure }) => structure.teams),
  ]);
  const touchedUsers = new Set(idsOf(({ users }) => users));
  const { structure, users } = records.at(-1)!;
  const ever = (list: 'permissions' | 'groups') =>
    pairs.some(([before, after]) => !isSame(before.structure[list], after.structure[list]));
  return {
    since,
    rev,
    touched: [...touched],
    permissions: ever('permissions') ? structure.permissions : null,
    roles: structure.roles.filter(({ id }) => touched.has(id)),
    teams: structure.teams.filter(({ id }) => touched.has(id)),
    groups: ever('groups') ? structure.groups : null,
    users: users.filter(({ id }) => touchedUsers.has(id)),
  };
}
