import { Injectable } from '@nestjs/common';
import type { AuthorizationStructure, SubjectRecord } from '@auth-service/authorization';
import { Database } from '../../../core/database/index.js';
import type { CandidateQuestion } from './candidate-question.js';
import { CANDIDATES, CATALOGUE, GROUPS, list, ms, SUBJECT, rolesAmong } from './structure-sql.js';

/** What tells one row of a table from another, as the history writes it. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  permissions: ['id'],
  roles: ['id'],
  role_permissions: ['role_id', 'permission_id'],
  role_wildcards: ['role_id', 'pattern'],
  role_parents: ['role_id', 'parent_id'],
  role_assignments: ['id'],
  permission_grants: ['id'],
  teams: ['id'],
  team_members: ['team_id', 'user_id'],
};

/**
 * Gives the tables' names the meaning of what they held at a moment: rows that have not changed since, and of the others
 * what they were before their first change.
 *
 * @param moment - parameter, such as `$1`
 */
function heldAt(moment: string): string {
  const first = (table: string) =>
    `SELECT DISTINCT ON (row_key) before FROM authorization_history
     WHERE table_name = '${table}' AND changed_at > ${moment} ORDER BY row_key, id`;
  const unchanged = (table: string, keys: readonly string[]) =>
    `NOT EXISTS (SELECT FROM authorization_history h
       WHERE h.table_name = '${table}' AND h.changed_at > ${moment}
         AND h.row_key = ${keys.map((key) => `${table}.${key}::text`).join(" || '/' || ")})`;
  const tables = Object.entries(KEYS).map(
    ([table, keys]) => `${table} AS (
      SELECT * FROM ${table} WHERE ${unchanged(table, keys)} UNION ALL
      SELECT row.* FROM (${first(table)}) f, jsonb_populate_record(NULL::${table}, f.before) row
      WHERE f.before IS NOT NULL)`,
  );
  // Of users the history keeps their state alone, and none was there before being made.
  const users = `users AS (
      SELECT id, status, deleted_at FROM users WHERE created_at <= ${moment} AND ${unchanged('users', ['id'])} UNION ALL
      SELECT u.id, row.status, row.deleted_at
      FROM (${first('users')}) f, jsonb_populate_record(NULL::users, f.before) row, users u
      WHERE u.id = row.id AND u.created_at <= ${moment})`;
  return `WITH ${[...tables, users].join(', ')}`;
}

/** As those of the present, but put together at once: what was has no indexes. */
const PAST_TEAMS = `SELECT t.id, t.name, coalesce(c.roles, '[]') AS roles FROM teams t LEFT JOIN (
    SELECT a.team_id, json_agg(json_build_object('roleId', a.role_id, 'teamScoped', a.team_scoped,
      'validFrom', ${ms('a.valid_from')}, 'validUntil', ${ms('a.valid_until')})) AS roles
    FROM role_assignments a WHERE a.team_id IS NOT NULL GROUP BY a.team_id
  ) c ON c.team_id = t.id WHERE t.deleted_at IS NULL`;

/** Of tables that are asked once for each of many users, only what is these users' own. */
const ofUsers = (users: string): string =>
  ['role_assignments', 'permission_grants', 'team_members']
    .map((table) => `own_${table} AS MATERIALIZED (SELECT * FROM ${table} WHERE user_id = ANY (${users}))`)
    .join(', ');

const SUBJECT_OF_OWN = ['role_assignments', 'permission_grants', 'team_members'].reduce(
  (sql, table) => sql.replaceAll(`FROM ${table} `, `FROM own_${table} `),
  SUBJECT,
);

/**
 * Reads what decisions on roles and teams rested on at a past moment, from the history of the tables themselves. Visibility
 * groups have no history: they are as they are now.
 */
@Injectable()
export class PastRepository {
  constructor(private readonly database: Database) {}

  /** Since when there is a history; null when nothing has ever changed. */
  async beginning(): Promise<Date | null> {
    const [row] = await this.database.query<{ beginning: Date | null }>(
      'SELECT min(changed_at) AS beginning FROM authorization_history',
    );
    return row?.beginning ?? null;
  }

  async structure(at: Date): Promise<AuthorizationStructure> {
    const [row] = await this.database.query<AuthorizationStructure>(
      `${heldAt('$1')} SELECT (${CATALOGUE}) AS permissions, ${list(rolesAmong())} AS roles, ${list(PAST_TEAMS)} AS teams,
         ${list(GROUPS)} AS groups`,
      [at],
    );
    if (row === undefined) throw new Error('a past structure is missing');
    return row;
  }

  /** Unknown users are left out, and those who were not there yet. */
  subjects(at: Date, userIds: readonly string[]): Promise<SubjectRecord[]> {
    return this.database.query(
      `${heldAt('$1')}, ${ofUsers('$2::uuid[]')} SELECT ${SUBJECT_OF_OWN} FROM users u WHERE u.id = ANY ($2::uuid[])`,
      [at, userIds],
    );
  }

  /** Ids, in their order, of users for whom it is worth asking. */
  async candidates(
    at: Date,
    { roleIds, everybody, permissions }: CandidateQuestion,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(`${heldAt('$6')} ${CANDIDATES}`, [
      after,
      everybody,
      roleIds,
      permissions,
      limit,
      at,
    ]);
    return rows.map(({ id }) => id);
  }
}
