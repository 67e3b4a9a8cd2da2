import { Injectable } from '@nestjs/common';
import type {
  GroupRecord,
  PermissionName,
  RoleRecord,
  SubjectRecord,
  TeamRecord,
} from '@auth-service/authorization';
import { Database } from '../../../core/database/index.js';
import { CATALOGUE, GROUPS, list, ms, SUBJECT, TEAMS, rolesAmong } from './structure-sql.js';

/** Changed users that are read at once at most: more take longer than a follower waits. */
const MAX_USERS = 5000;

/** Ids of the records of a type that have changed. */
const changed = (type: string): string => `ARRAY(SELECT record_id::uuid FROM changed WHERE type = '${type}')`;
const hasChanged = (type: string): string => `EXISTS (SELECT FROM changed WHERE type = '${type}')`;

const USER_CHANGES = `SELECT ${SUBJECT} FROM users u
  WHERE u.id = ANY (${changed('user')})`;

const REVISION = `(SELECT rev::float8 FROM authorization_revision) AS rev, ${ms('clock_timestamp()')} AS now,
  (SELECT pruned_rev::float8 FROM authorization_revision) AS "prunedRev"`;

const WHOLE = `SELECT ${REVISION}, ARRAY[]::text[] AS touched, (${CATALOGUE}) AS permissions, ${list(rolesAmong())} AS roles,
  ${list(TEAMS)} AS teams, ${list(GROUPS)} AS groups, true AS "groupsChanged", NULL AS users`;

const CHANGES = `
  WITH changed AS (SELECT type, record_id FROM authorization_changes WHERE rev > $1::bigint)
  SELECT ${REVISION}, ARRAY(SELECT DISTINCT record_id FROM changed WHERE type IN ('role', 'team', 'group')) AS touched,
    CASE WHEN ${hasChanged('catalogue')} THEN (${CATALOGUE}) END AS permissions,
    ${list(rolesAmong(changed('role')))} AS roles,
    ${list(`${TEAMS} AND t.id = ANY (${changed('team')})`)} AS teams,
    ${list(`${GROUPS} AND ${hasChanged('group')}`)} AS groups,
    ${hasChanged('group')} AS "groupsChanged",
    CASE WHEN $2 AND (SELECT count(DISTINCT record_id) FROM changed WHERE type = 'user') <= ${MAX_USERS}
      THEN ${list(USER_CHANGES)} END AS users`;

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
  /** Changed users; null when they were not asked for, and when they are too many for an answer. */
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

  /** All of it. */
  async whole(): Promise<StructureDelta> {
    const [whole] = await this.database.query<StructureDelta>(WHOLE);
    if (whole === undefined) throw new Error('the revision is missing');
    return whole;
  }

  /**
   * @param rev - what is known already
   * @param withUsers - whether changed users are wanted too
   */
  async delta(rev: number, withUsers = false): Promise<StructureDelta> {
    const [delta] = await this.database.query<StructureDelta>(CHANGES, [rev, withUsers]);
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
