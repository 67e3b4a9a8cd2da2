import { Injectable } from '@nestjs/common';
import type {
  GroupRecord,
  PermissionName,
  RoleRecord,
  SubjectRecord,
  TeamRecord,
} from '@auth-service/authorization';
import { Database } from '../../../core/database/index.js';
import { CATALOGUE, GROUPS, list, ms, ROLES, SUBJECT, TEAMS } from './structure-sql.js';

/** Of a type only what has changed after a revision; of a revision of -1 everything. */
const since = (type: string, id: string): string =>
  `($1::bigint < 0 OR ${id}::text IN (SELECT record_id FROM changed WHERE type = '${type}'))`;

const USER_CHANGES = `SELECT ${SUBJECT} FROM users u
  WHERE u.id IN (SELECT record_id::uuid FROM changed WHERE type = 'user')`;

const STRUCTURE = `
  WITH changed AS (SELECT type, record_id FROM authorization_changes WHERE rev > $1::bigint)
  SELECT (SELECT rev::float8 FROM authorization_revision) AS rev, ${ms('clock_timestamp()')} AS now,
    ARRAY(SELECT DISTINCT record_id FROM changed WHERE type IN ('role', 'team', 'group')) AS touched,
    CASE WHEN ${since('catalogue', "'*'")} THEN (${CATALOGUE}) END AS permissions,
    ${list(`${ROLES} WHERE ${since('role', 'r.id')}`)} AS roles,
    ${list(`${TEAMS} AND ${since('team', 't.id')}`)} AS teams,
    ${list(`${GROUPS} AND ($1::bigint < 0 OR EXISTS (SELECT FROM changed WHERE type = 'group'))`)} AS groups,
    EXISTS (SELECT FROM changed WHERE type = 'group') AS "groupsChanged",
    (SELECT pruned_rev::float8 FROM authorization_revision) AS "prunedRev",
    CASE WHEN $2 THEN ${list(USER_CHANGES)} END AS users`;

/** What has changed of the structure since a revision, as it is now. */
export interface StructureDelta {
  /** The revision now. */
  readonly rev: number;
  /** The database's clock: milliseconds since 1970. */
  readonly now: number;
  /** Ids of changed records; those of them that are not below are gone. */
  readonly touched: readonly string[];
  /** The whole catalogue; null when it is the same. */
  readonly permissions: readonly PermissionName[] | null;
  readonly roles: readonly RoleRecord[];
  readonly teams: readonly TeamRecord[];
  /** All of them, when one has changed. */
  readonly groups: readonly GroupRecord[];
  readonly groupsChanged: boolean;
  /** What changed up to this revision is forgotten. */
  readonly prunedRev: number;
  /** Changed users; null when they were not asked for. */
  readonly users: readonly SubjectRecord[] | null;
}

/** A user, and when that was true by the database's clock: milliseconds since 1970. */
export interface TimedSubject extends SubjectRecord {
  readonly now: number;
}

/** Reads what decisions rest on. Each question is one statement, so that what it answers belongs together. */
@Injectable()
export class StructureRepository {
  constructor(private readonly database: Database) {}

  /**
   * @param rev - what is known already; -1 for nothing
   * @param withUsers - whether changed users are wanted too
   */
  async delta(rev: number, withUsers = false): Promise<StructureDelta> {
    const [delta] = await this.database.query<StructureDelta>(STRUCTURE, [rev, withUsers]);
    if (delta === undefined) throw new Error('the revision is missing');
    return delta;
  }

  /** The revision now. */
  async head(): Promise<number> {
    const [row] = await this.database.query<{ rev: number }>(
      'SELECT rev::float8 AS rev FROM authorization_revision',
    );
    return row?.rev ?? 0;
  }

  /** Users, and the database's clock at that moment. Unknown ones are left out. */
  subjects(userIds: readonly string[]): Promise<TimedSubject[]> {
    return this.database.query(
      `SELECT ${ms('clock_timestamp()')} AS now, ${SUBJECT} FROM users u WHERE u.id = ANY ($1::uuid[])`,
      [userIds],
    );
  }

  /** Users of whom more is known than that they are active, by their ids; deleted ones while their tokens may live. */
  listSubjects(after: string | null, limit: number): Promise<SubjectRecord[]> {
    return this.database.query(
      `SELECT ${SUBJECT} FROM users u WHERE ($1::uuid IS NULL OR u.id > $1)
         AND (u.deleted_at IS NULL OR u.deleted_at > now() - interval '1 hour')
         AND (u.status <> 'active' OR u.deleted_at IS NOT NULL
           OR EXISTS (SELECT FROM role_assignments a WHERE a.user_id = u.id)
           OR EXISTS (SELECT FROM permission_grants g WHERE g.user_id = u.id)
           OR EXISTS (SELECT FROM team_members m WHERE m.user_id = u.id)
           OR EXISTS (SELECT FROM visibility_group_members m WHERE m.user_id = u.id))
       ORDER BY u.id LIMIT $2`,
      [after, limit],
    );
  }

  /** Whether anybody active has a role directly, now and without end. */
  async hasLastingHolder(roleName: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM role_assignments a JOIN roles r ON r.id = a.role_id JOIN users u ON u.id = a.user_id
       WHERE r.name = $1 AND a.valid_from <= clock_timestamp() AND a.valid_until IS NULL
         AND u.status = 'active' AND u.deleted_at IS NULL LIMIT 1`,
      [roleName],
    );
    return rows.length > 0;
  }
}
