/**
 * What decisions rest on, as SQL over the tables' own names: in front of it these may be given another meaning, such as
 * what they held at a past moment.
 */

/** A moment as milliseconds since 1970. */
export const ms = (moment: string): string => `floor(extract(epoch FROM ${moment}) * 1000)::float8`;
/** Rows as one value. */
export const list = (query: string): string => `coalesce((SELECT json_agg(x) FROM (${query}) x), '[]')`;
const window = (row: string): string =>
  `${ms(`${row}.valid_from`)} AS "validFrom", ${ms(`${row}.valid_until`)} AS "validUntil"`;

export const CATALOGUE = `SELECT coalesce(json_agg(name ORDER BY id), '[]') FROM permissions`;
/**
 * What roles hold and inherit from is put together at once: looked up for each of a thousand, it takes seconds.
 *
 * @param among - an array of roles' ids as SQL; all of them when nothing is said
 */
export const rolesAmong = (among?: string): string => {
  const only = (column: string) => (among === undefined ? '' : `WHERE ${column} = ANY (${among})`);
  return `SELECT r.id, r.name, r.is_default AS "isDefault", r.requires_second_factor AS "requiresSecondFactor",
    coalesce(g.patterns, '{}') AS permissions, coalesce(i.parents, '{}') AS parents
  FROM roles r LEFT JOIN (
    SELECT role_id, array_agg(pattern) AS patterns FROM (
      SELECT rp.role_id, p.name AS pattern FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id
      ${only('rp.role_id')}
      UNION ALL SELECT role_id, pattern FROM role_wildcards ${only('role_id')}
    ) held GROUP BY role_id
  ) g ON g.role_id = r.id
  LEFT JOIN (
    SELECT role_id, array_agg(parent_id) AS parents FROM role_parents ${only('role_id')} GROUP BY role_id
  ) i ON i.role_id = r.id ${only('r.id')}`;
};
export const TEAMS = `SELECT t.id, t.name, ${list(
  `SELECT a.role_id AS "roleId", a.team_scoped AS "teamScoped", ${window('a')} FROM role_assignments a WHERE a.team_id = t.id`,
)} AS roles FROM teams t WHERE t.deleted_at IS NULL`;
export const GROUPS = `SELECT g.id, g.number, g.name, p.number AS parent, g.is_default AS "isDefault",
  ARRAY(SELECT user_id FROM visibility_group_managers m WHERE m.group_id = g.id) AS managers,
  coalesce((SELECT json_object_agg(resource_type, level) FROM visibility_group_defaults d WHERE d.group_id = g.id), '{}') AS defaults
  FROM visibility_groups g LEFT JOIN visibility_groups p ON p.id = g.parent_id WHERE g.deleted_at IS NULL`;
export const SUBJECT = `u.id, u.status = 'active' AND u.deleted_at IS NULL AS "isActive",
  ${list(`SELECT a.role_id AS "roleId", ${window('a')} FROM role_assignments a WHERE a.user_id = u.id`)} AS roles,
  ${list(
    `SELECT p.name AS permission, ${window('g')} FROM permission_grants g JOIN permissions p ON p.id = g.permission_id
     WHERE g.user_id = u.id`,
  )} AS permissions,
  ARRAY(SELECT m.team_id FROM team_members m JOIN teams t ON t.id = m.team_id AND t.deleted_at IS NULL
        WHERE m.user_id = u.id) AS teams,
  (SELECT g.number FROM visibility_group_members m JOIN visibility_groups g ON g.id = m.group_id AND g.deleted_at IS NULL
   WHERE m.user_id = u.id) AS "group"`;

/** Active users who have one of the roles by any way and at any time, or the permission without a role. */
export const CANDIDATES = `
  SELECT u.id FROM users u WHERE u.status = 'active' AND u.deleted_at IS NULL AND ($1::uuid IS NULL OR u.id > $1)
    AND ($2 OR u.id IN (
      SELECT user_id FROM role_assignments WHERE role_id = ANY ($3::uuid[]) AND user_id IS NOT NULL
      UNION SELECT m.user_id FROM role_assignments a JOIN team_members m ON m.team_id = a.team_id WHERE a.role_id = ANY ($3::uuid[])
      UNION SELECT g.user_id FROM permission_grants g JOIN permissions p ON p.id = g.permission_id WHERE p.name = ANY ($4)
    ))
  ORDER BY u.id LIMIT $5`;
