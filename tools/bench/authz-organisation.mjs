/**
 * The organisation that `npm run bench:authz` measures on: 100,000 users, 1,000 roles over 10,000 permissions, 2,000 teams
 * and 1,000 visibility groups, or a tenth of each. Every fifth role inherits, groups and roles are trees of four; each
 * user has five roles, is in two teams, of which each carries two roles, and in a group. One user has 50 roles and 5 teams.
 */

const ACTIONS = 100;

/** How much of everything there is. */
export const sizes = (scale) => ({
  users: 100_000 * scale,
  roles: 1_000 * scale,
  permissions: 10_000 * scale,
  teams: 2_000 * scale,
  groups: 1_000 * scale,
});

/** A UUID that follows from a kind and a number, as SQL. */
const id = (kind, number) =>
  `overlay(overlay(md5('${kind} ' || ${number}) placing '4' from 13) placing '8' from 17)::uuid`;

/** The id that PostgreSQL makes of a user's number as well; who has 50 roles and 5 teams is user 1. */
export async function userIds(client, numbers) {
  const { rows } = await client.query(
    `SELECT ${id('user', 'n')} AS id FROM unnest($1::int[]) WITH ORDINALITY AS asked (n, place) ORDER BY place`,
    [numbers],
  );
  return rows.map((row) => row.id);
}

/** Fills an empty database that the service has migrated. No instance runs meanwhile: nothing is announced. */
export async function fill(client, scale) {
  const { users, roles, permissions, teams, groups } = sizes(scale);
  // How it came about is nobody's history.
  const kept = [
    'permissions',
    'roles',
    'role_permissions',
    'role_parents',
    'role_assignments',
    'teams',
    'team_members',
  ];
  for (const table of kept) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of [
    `INSERT INTO resources (id, key, service)
     SELECT ${id('resource', 'n')}, 'type' || n, 'bench' FROM generate_series(1, ${permissions / ACTIONS}) n`,
    `INSERT INTO permissions (id, resource_id, action, name)
     SELECT ${id('permission', "n || '.' || a")}, ${id('resource', 'n')}, 'act' || a, 'type' || n || ':act' || a
     FROM generate_series(1, ${permissions / ACTIONS}) n, generate_series(1, ${ACTIONS}) a`,
    `INSERT INTO roles (id, name) SELECT ${id('role', 'n')}, 'role ' || n FROM generate_series(1, ${roles}) n`,
    `INSERT INTO role_permissions (role_id, permission_id)
     SELECT ${id('role', 'n')}, ${id('permission', `1 + (n * 31 + k * 7) % ${permissions / ACTIONS} || '.' || (1 + (n * 17 + k * 3) % ${ACTIONS})`)}
     FROM generate_series(1, ${roles}) n, generate_series(1, 50) k ON CONFLICT DO NOTHING`,
    `INSERT INTO role_parents (role_id, parent_id)
     SELECT ${id('role', 'n')}, ${id('role', 'n / 4')} FROM generate_series(5, ${roles}, 5) n`,
    `INSERT INTO users (id, email) SELECT ${id('user', 'n')}, 'user-' || n || '@example.test' FROM generate_series(1, ${users}) n`,
    `INSERT INTO role_assignments (id, role_id, user_id)
     SELECT ${id('assignment', "n || '.' || k")}, ${id('role', `1 + (n * 37 + k * 191) % ${roles}`)}, ${id('user', 'n')}
     FROM generate_series(1, ${users}) n, LATERAL generate_series(1, CASE WHEN n = 1 THEN 50 ELSE 5 END) k ON CONFLICT DO NOTHING`,
    `INSERT INTO teams (id, name) SELECT ${id('team', 'n')}, 'team ' || n FROM generate_series(1, ${teams}) n`,
    `INSERT INTO role_assignments (id, role_id, team_id)
     SELECT ${id('carried', "n || '.' || k")}, ${id('role', `1 + (n * 13 + k * 7) % ${roles}`)}, ${id('team', 'n')}
     FROM generate_series(1, ${teams}) n, generate_series(1, 2) k`,
    `INSERT INTO team_members (team_id, user_id)
     SELECT ${id('team', `1 + (n * 11 + k * 97) % ${teams}`)}, ${id('user', 'n')}
     FROM generate_series(1, ${users}) n, LATERAL generate_series(1, CASE WHEN n = 1 THEN 5 ELSE 2 END) k ON CONFLICT DO NOTHING`,
    `INSERT INTO visibility_groups (id, name, parent_id)
     SELECT ${id('group', 'n')}, 'group ' || n, CASE WHEN n > 1 THEN ${id('group', '(n + 2) / 4')} END
     FROM generate_series(1, ${groups}) n ORDER BY n`,
    `INSERT INTO visibility_group_managers (group_id, user_id)
     SELECT ${id('group', 'n')}, ${id('user', 'n')} FROM generate_series(1, ${groups}) n`,
    `INSERT INTO visibility_group_members (user_id, group_id)
     SELECT ${id('user', 'n')}, ${id('group', `1 + n % ${groups}`)} FROM generate_series(1, ${users}) n`,
    'ANALYZE',
  ])
    await client.query(statement);
  for (const table of kept) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}
