import { Injectable } from '@nestjs/common';
import { Database, newId } from '../../../core/database/index.js';
import type { RoleAssignment } from './role-assignment.entity.js';
import type { ValidityWindow } from './validity-window.js';

/** For how long something was given, and by whom. */
export interface GivenWindow {
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly grantedBy: string | null;
}

/** For how long a user has a role. */
export interface UserWindow extends GivenWindow {
  readonly roleId: string;
  readonly userId: string;
}

/** How and for how long a team carries a role. */
export interface TeamWindow extends GivenWindow {
  /** Holds for resources of the team alone. */
  readonly teamScoped: boolean;
}

const WINDOW = `a.valid_from AS "validFrom", a.valid_until AS "validUntil", a.granted_by AS "grantedBy"`;
const OF_USER = `a.role_id AS "roleId", a.user_id AS "userId", ${WINDOW}`;
const OF_TEAM = `a.team_scoped AS "teamScoped", ${WINDOW}`;

/** Reads and writes which users and teams have which roles. */
@Injectable()
export class RoleAssignmentRepository {
  constructor(private readonly database: Database) {}

  async findOfTeam(teamId: string, roleId: string): Promise<TeamWindow | null> {
    const [carried] = await this.database.query<TeamWindow>(
      `SELECT ${OF_TEAM} FROM role_assignments a WHERE a.team_id = $1 AND a.role_id = $2`,
      [teamId, roleId],
    );
    return carried ?? null;
  }

  /** Which of the users have which of the roles directly. */
  findOfUsers(roleIds: readonly string[], userIds: readonly string[]): Promise<UserWindow[]> {
    return this.database.query(
      `SELECT ${OF_USER} FROM role_assignments a WHERE a.role_id = ANY($1) AND a.user_id = ANY($2)`,
      [roleIds, userIds],
    );
  }

  /**
   * Gives each of the users each of the roles, or changes the time for which it is given.
   *
   * @returns what holds from then on
   */
  upsert(
    roleIds: readonly string[],
    userIds: readonly string[],
    { validFrom, validUntil }: ValidityWindow,
    grantedBy: string | null,
  ): Promise<UserWindow[]> {
    const pairs = roleIds.flatMap((roleId) => userIds.map((userId) => ({ id: newId(), roleId, userId })));
    return this.database.query(
      `INSERT INTO role_assignments AS a (id, role_id, user_id, valid_from, valid_until, granted_by)
       SELECT id, "roleId", "userId", coalesce($2, now()), $3, $4
       FROM jsonb_to_recordset($1) AS pair (id uuid, "roleId" uuid, "userId" uuid)
       ON CONFLICT (user_id, role_id) WHERE user_id IS NOT NULL
       DO UPDATE SET valid_from = coalesce($2, a.valid_from), valid_until = $3, granted_by = $4
       RETURNING ${OF_USER}`,
      [JSON.stringify(pairs), validFrom ?? null, validUntil ?? null, grantedBy],
    );
  }

  /**
   * Gives a team the role, or changes how and for which time.
   *
   * @returns what holds from then on
   */
  async upsertOfTeam(
    { teamId, roleId, teamScoped }: Pick<RoleAssignment, 'roleId' | 'teamScoped'> & { teamId: string },
    { validFrom, validUntil }: ValidityWindow,
    grantedBy: string | null,
  ): Promise<TeamWindow | undefined> {
    const [carried] = await this.database.query<TeamWindow>(
      `INSERT INTO role_assignments AS a (id, role_id, team_id, team_scoped, valid_from, valid_until, granted_by)
       VALUES ($1, $2, $3, $4, coalesce($5, now()), $6, $7)
       ON CONFLICT (team_id, role_id) WHERE team_id IS NOT NULL DO UPDATE
       SET team_scoped = $4, valid_from = coalesce($5, a.valid_from), valid_until = $6, granted_by = $7
       RETURNING ${OF_TEAM}`,
      [newId(), roleId, teamId, teamScoped, validFrom ?? null, validUntil ?? null, grantedBy],
    );
    return carried;
  }

  async insertMany(given: readonly { readonly userId: string; readonly roleId: string }[]): Promise<void> {
    await this.database.query(
      `INSERT INTO role_assignments (id, role_id, user_id)
       SELECT id, "roleId", "userId" FROM jsonb_to_recordset($1) AS r (id uuid, "roleId" uuid, "userId" uuid)`,
      [JSON.stringify(given.map((assignment) => ({ id: newId(), ...assignment })))],
    );
  }

  /** Roles given for good, of those users who have any. */
  listNamesOfUsers(userIds: readonly string[]): Promise<{ userId: string; names: string[] }[]> {
    return this.database.query(
      `SELECT a.user_id AS "userId", array_agg(r.name ORDER BY r.name) AS names
       FROM role_assignments a JOIN roles r ON r.id = a.role_id
       WHERE a.user_id = ANY ($1) AND a.valid_until IS NULL GROUP BY a.user_id`,
      [userIds],
    );
  }

  /** @returns who had which of the roles, and for how long */
  deleteOfUsers(roleIds: readonly string[], userIds: readonly string[]): Promise<UserWindow[]> {
    return this.database.query(
      `DELETE FROM role_assignments a WHERE a.role_id = ANY($1) AND a.user_id = ANY($2) RETURNING ${OF_USER}`,
      [roleIds, userIds],
    );
  }

  /** @returns how the team carried the role; null when it did not */
  async deleteOfTeam(teamId: string, roleId: string): Promise<TeamWindow | null> {
    const [carried] = await this.database.query<TeamWindow>(
      `DELETE FROM role_assignments a WHERE a.team_id = $1 AND a.role_id = $2 RETURNING ${OF_TEAM}`,
      [teamId, roleId],
    );
    return carried ?? null;
  }

  /** Whether anybody has the role, or any team carries it; those that are deleted do not count. */
  async existsForRole(roleId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM role_assignments a LEFT JOIN users u ON u.id = a.user_id LEFT JOIN teams t ON t.id = a.team_id
       WHERE a.role_id = $1 AND u.deleted_at IS NULL AND t.deleted_at IS NULL LIMIT 1`,
      [roleId],
    );
    return rows.length > 0;
  }

  /** @returns the ids of the teams that carried the role */
  async deleteOfRole(roleId: string): Promise<string[]> {
    const rows = await this.database.query<{ teamId: string | null }>(
      'DELETE FROM role_assignments WHERE role_id = $1 RETURNING team_id AS "teamId"',
      [roleId],
    );
    return rows.flatMap(({ teamId }) => teamId ?? []);
  }

  /** Whether there is such a team; keeps it from being deleted until the end of the transaction. */
  async holdTeam(teamId: string): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT FROM teams WHERE id = $1 AND deleted_at IS NULL FOR SHARE',
      [teamId],
    );
    return rows.length === 1;
  }
}
