import type { DataSource } from 'typeorm';

/** The tables as they are, read row by row. */
export interface Tables {
  readonly now: number;
  readonly users: readonly { id: string; active: boolean }[];
  readonly roles: readonly { id: string; name: string; is_default: boolean }[];
  readonly holds: readonly { role_id: string; pattern: string }[];
  readonly parents: readonly { role_id: string; parent_id: string }[];
  readonly assignments: readonly Window<{
    role_id: string;
    user_id: string | null;
    team_id: string | null;
    team_scoped: boolean;
  }>[];
  readonly grants: readonly Window<{ user_id: string; name: string }>[];
  readonly teams: readonly { id: string }[];
  readonly members: readonly { team_id: string; user_id: string }[];
  readonly groups: readonly { id: string; number: number; parent_id: string | null; is_default: boolean }[];
  readonly placed: readonly { user_id: string; group_id: string }[];
  readonly managers: readonly { user_id: string; group_id: string }[];
  readonly permissions: readonly string[];
  readonly duties: readonly { id: string; cardinality: number; role_ids: string[] }[];
}
type Window<Row> = Row & { valid_from: Date; valid_until: Date | null };

/** An item as a service keeps it. */
export interface NaiveItem {
  readonly id: string;
  readonly owner: string;
  /** Number of the group in which it is pinned; null: the owner's. */
  readonly pinned: number | null;
  readonly level: number;
  readonly followers: readonly string[];
}

const TABLES = {
  users: "SELECT id, status = 'active' AS active FROM users WHERE deleted_at IS NULL",
  roles: 'SELECT id, name, is_default FROM roles',
  holds: `SELECT role_id, name AS pattern FROM role_permissions JOIN permissions p ON p.id = permission_id
    UNION ALL SELECT role_id, pattern FROM role_wildcards`,
  parents: 'SELECT role_id, parent_id FROM role_parents',
  assignments: 'SELECT * FROM role_assignments',
  grants: 'SELECT g.*, p.name FROM permission_grants g JOIN permissions p ON p.id = g.permission_id',
  teams: 'SELECT id FROM teams WHERE deleted_at IS NULL',
  members: 'SELECT team_id, user_id FROM team_members',
  groups: 'SELECT id, number, parent_id, is_default FROM visibility_groups WHERE deleted_at IS NULL',
  placed: 'SELECT user_id, group_id FROM visibility_group_members',
  managers: 'SELECT user_id, group_id FROM visibility_group_managers',
  permissions: 'SELECT name FROM permissions',
  duties: `SELECT s.id, s.cardinality, array_agg(r.role_id ORDER BY r.role_id) AS role_ids FROM separation_of_duty_sets s
    JOIN separation_of_duty_roles r ON r.set_id = s.id GROUP BY s.id`,
};
/** In one order, whatever the plan: what was read before and after is compared. */
const READ_TABLES = `SELECT clock_timestamp() AS now, ${Object.entries(TABLES)
  .map(([name, sql]) => `(SELECT coalesce(json_agg(t ORDER BY t::text), '[]') FROM (${sql}) t) AS ${name}`)
  .join(', ')}`;

type Read = Omit<Tables, 'now' | 'permissions'> & { now: Date; permissions: { name: string }[] };

/** All tables at one moment. */
export async function readTables(dataSource: DataSource): Promise<Tables> {
  const [read] = await dataSource.query<Read[]>(READ_TABLES);
  if (read === undefined) throw new Error('no tables were read');
  const { now, permissions, assignments, grants, ...others } = read;
  return {
    ...others,
    now: now.getTime(),
    assignments: assignments.map(withDates),
    grants: grants.map(withDates),
    permissions: permissions.map(({ name }) => name),
  };
}

/** JSON has them as texts. */
const withDates = <Row extends Window<object>>(row: Row): Row => ({
  ...row,
  valid_from: new Date(row.valid_from),
  valid_until: row.valid_until && new Date(row.valid_until),
});

export const isOpen = ({ valid_from: from, valid_until: until }: Window<object>, at: number): boolean =>
  from.getTime() <= at && (until === null || at < until.getTime());

const isActive = (tables: Tables, user: string): boolean =>
  tables.users.some(({ id, active }) => id === user && active);

/** The role and all that it inherits, by plain recursion. */
export function inherited(tables: Tables, role: string, seen: readonly string[] = []): string[] {
  if (seen.includes(role)) throw new Error('a role inherits from itself');
  const above = tables.parents.filter(({ role_id: id }) => id === role);
  return [role, ...above.flatMap(({ parent_id: id }) => inherited(tables, id, [...seen, role]))];
}

/** Roles of a user that count for something without a team, or for one of a team. */
function rolesOf(
  tables: Tables,
  user: string,
  team: string | undefined,
  counts: (row: Window<object>) => boolean,
) {
  const teams = tables.members
    .filter(({ user_id: id, team_id: of }) => id === user && tables.teams.some((one) => one.id === of))
    .map(({ team_id: id }) => id);
  const direct = tables.assignments
    .filter(counts)
    .filter(
      (row) =>
        row.user_id === user ||
        (row.team_id !== null && teams.includes(row.team_id) && (!row.team_scoped || row.team_id === team)),
    )
    .map(({ role_id: id }) => id);
  const everybodys = tables.roles.filter(({ is_default: is }) => is).map(({ id }) => id);
  return [...direct, ...everybodys].flatMap((role) => inherited(tables, role));
}

export const fits = (pattern: string, name: string): boolean =>
  pattern.split(':').every((part, place) => part === '*' || part === name.split(':')[place]);

/** What was worked out of tables, which never change once they are read. */
const held = new WeakMap<Tables, Map<string, ReadonlySet<string>>>();

/** All that a user holds, for what belongs to a team or to none. */
export function heldBy(tables: Tables, user: string, team?: string): ReadonlySet<string> {
  const known = held.get(tables) ?? new Map<string, ReadonlySet<string>>();
  held.set(tables, known);
  const key = `${user} ${team ?? ''}`;
  const names = known.get(key) ?? new Set(isActive(tables, user) ? namesHeld(tables, user, team) : []);
  known.set(key, names);
  return names;
}

function namesHeld(tables: Tables, user: string, team: string | undefined): string[] {
  const open = (row: Window<object>) => isOpen(row, tables.now);
  const roles = rolesOf(tables, user, team, open);
  const patterns = tables.holds.filter(({ role_id: role }) => roles.includes(role));
  const grants = tables.grants.filter((grant) => grant.user_id === user && open(grant));
  return tables.permissions.filter(
    (name) =>
      patterns.some(({ pattern }) => fits(pattern, name)) || grants.some((grant) => grant.name === name),
  );
}

/** Whether a user holds a permission, for what belongs to a team or to none. */
export const holds = (tables: Tables, user: string, name: string, team?: string): boolean =>
  heldBy(tables, user, team).has(name);

export const groupOf = ({ placed, groups }: Tables, user: string): number => {
  const own = placed.find(({ user_id: id }) => id === user)?.group_id;
  const found = groups.find(({ id }) => id === own) ?? groups.find(({ is_default: is }) => is);
  return found?.number ?? 0;
};

/** Whether a group is strictly above another, by plain recursion. */
function isAbove(tables: Tables, upper: number, lower: number): boolean {
  const parent = tables.groups.find(({ number }) => number === lower)?.parent_id ?? null;
  const above = tables.groups.find(({ id }) => id === parent)?.number;
  return above !== undefined && (above === upper || isAbove(tables, upper, above));
}

/** The table of levels, row by row. */
export function sees(tables: Tables, viewer: string, item: NaiveItem, type: string): boolean {
  if (!isActive(tables, viewer)) return false;
  const [own, its] = [groupOf(tables, viewer), item.pinned ?? groupOf(tables, item.owner)];
  const managed = tables.managers
    .filter(({ user_id: id }) => id === viewer)
    .flatMap(({ group_id: of }) => tables.groups.filter(({ id }) => id === of).map(({ number }) => number));
  if (item.owner === viewer || item.followers.includes(viewer)) return true;
  if (holds(tables, viewer, `${type}:view_all`)) return true;
  if (isAbove(tables, own, its) || managed.some((number) => number === its || isAbove(tables, number, its)))
    return true;
  if (own === its) return item.level >= 3;
  return isAbove(tables, its, own) ? item.level >= 5 : item.level >= 7;
}

/** Whether anybody has roles that must be apart, over all windows that have not closed. */
export const breaksDuty = (tables: Tables): boolean =>
  tables.duties.some(({ cardinality, role_ids: apart }) =>
    tables.users.some(({ id }) => {
      const lasting = (row: Window<object>) =>
        row.valid_until === null || row.valid_until.getTime() > tables.now;
      // A team-scoped role is a role too: every team is asked for.
      const teams = [undefined, ...tables.teams.map((team) => team.id)];
      const roles = new Set(teams.flatMap((team) => rolesOf(tables, id, team, lasting)));
      return apart.filter((role) => roles.has(role)).length >= cardinality;
    }),
  );
