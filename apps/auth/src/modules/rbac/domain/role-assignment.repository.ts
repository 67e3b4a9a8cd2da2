import { Injectable } from '@nestjs/common';
import { containing, Database, newId } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { NamedListQuery, RoleHolderView, TeamRoleView, UserRoleView } from './rbac.view.js';
import { RoleAssignment } from './role-assignment.entity.js';
import type { ValidityWindow } from './validity-window.js';

/** For how long a user has a role. */
export interface UserWindow {
  readonly userId: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly grantedBy: string | null;
}

const WINDOW = `a.valid_from AS "validFrom", a.valid_until AS "validUntil", a.granted_by AS "grantedBy"`;
const HELD = `a.role_id AS "roleId", r.name, ${WINDOW}`;
const CARRIED = `${HELD}, a.team_scoped AS "teamScoped"`;

/** Reads and writes which users and teams have which roles. */
@Injectable()
export class RoleAssignmentRepository {
  constructor(private readonly database: Database) {}

  /** By the name of the role; one row more than the limit, when there is one. */
  listOfUser(userId: string, query: NamedListQuery, after: PagePosition | null): Promise<UserRoleView[]> {
    return this.listOf('user_id', userId, HELD, query, after);
  }

  /** By the name of the role; one row more than the limit, when there is one. */
  listOfTeam(teamId: string, query: NamedListQuery, after: PagePosition | null): Promise<TeamRoleView[]> {
    return this.listOf('team_id', teamId, CARRIED, query, after);
  }

  private listOf<View>(
    holder: 'user_id' | 'team_id',
    id: string,
    view: string,
    { limit, search }: NamedListQuery,
    after: PagePosition | null,
  ): Promise<View[]> {
    return this.database.query(
      `SELECT ${view} FROM role_assignments a JOIN roles r ON r.id = a.role_id
       WHERE a.${holder} = $1 AND ($2::text IS NULL OR r.name > $2)
         AND ($3::text IS NULL OR lower(r.name) LIKE $3 OR lower(r.description) LIKE $3)
       ORDER BY r.name LIMIT $4`,
      [id, after?.value ?? null, search === undefined ? null : containing(search), limit + 1],
    );
  }

  async findOfTeam(teamId: string, roleId: string): Promise<TeamRoleView | null> {
    const [carried] = await this.database.query<TeamRoleView>(
      `SELECT ${CARRIED} FROM role_assignments a JOIN roles r ON r.id = a.role_id
       WHERE a.team_id = $1 AND a.role_id = $2`,
      [teamId, roleId],
    );
    return carried ?? null;
  }

  /** Users and teams, the oldest assignment first; one row more than the limit, when there is one. */
  listHolders(
    roleId: string,
    { limit, search }: NamedListQuery,
    after: PagePosition | null,
  ): Promise<(RoleHolderView & { readonly id: string })[]> {
    return this.database.query(
      `SELECT a.id, a.user_id AS "userId", a.team_id AS "teamId", coalesce(u.email, t.name) AS name,
         a.team_scoped AS "teamScoped", ${WINDOW}
       FROM role_assignments a LEFT JOIN users u ON u.id = a.user_id LEFT JOIN teams t ON t.id = a.team_id
       WHERE a.role_id = $1 AND ($2::uuid IS NULL OR a.id > $2) AND u.deleted_at IS NULL AND t.deleted_at IS NULL
         AND ($3::text IS NULL OR lower(coalesce(u.email, t.name)) LIKE $3)
       ORDER BY a.id LIMIT $4`,
      [roleId, after?.id ?? null, search === undefined ? null : containing(search), limit + 1],
    );
  }

  /** Those of the users who have the role directly. */
  findOfUsers(roleId: string, userIds: readonly string[]): Promise<UserWindow[]> {
    return this.database.query(
      `SELECT a.user_id AS "userId", ${WINDOW} FROM role_assignments a WHERE a.role_id = $1 AND a.user_id = ANY($2)`,
      [roleId, userIds],
    );
  }

  /** Gives the role, or changes the time for which it is given. */
  async upsert(
    roleId: string,
    userIds: readonly string[],
    { validFrom, validUntil }: ValidityWindow,
    grantedBy: string | null,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO role_assignments (id, role_id, user_id, valid_from, valid_until, granted_by)
       SELECT id, $1, user_id, coalesce($2, now()), $3, $4 FROM unnest($5::uuid[], $6::uuid[]) AS given (id, user_id)
       ON CONFLICT (user_id, role_id) WHERE user_id IS NOT NULL
       DO UPDATE SET valid_from = coalesce($2, role_assignments.valid_from), valid_until = $3, granted_by = $4`,
      [roleId, validFrom ?? null, validUntil ?? null, grantedBy, userIds.map(() => newId()), userIds],
    );
  }

  /** Gives a team the role, or changes how and for which time. */
  async upsertOfTeam(
    { teamId, roleId, teamScoped }: Pick<RoleAssignment, 'roleId' | 'teamScoped'> & { teamId: string },
    { validFrom, validUntil }: ValidityWindow,
    grantedBy: string | null,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO role_assignments (id, role_id, team_id, team_scoped, valid_from, valid_until, granted_by)
       VALUES ($1, $2, $3, $4, coalesce($5, now()), $6, $7)
       ON CONFLICT (team_id, role_id) WHERE team_id IS NOT NULL DO UPDATE
       SET team_scoped = $4, valid_from = coalesce($5, role_assignments.valid_from), valid_until = $6, granted_by = $7`,
      [newId(), roleId, teamId, teamScoped, validFrom ?? null, validUntil ?? null, grantedBy],
    );
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

  /** @returns the users who had the role */
  async deleteOfUsers(roleId: string, userIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ userId: string }>(
      'DELETE FROM role_assignments WHERE role_id = $1 AND user_id = ANY($2) RETURNING user_id AS "userId"',
      [roleId, userIds],
    );
    return rows.map(({ userId }) => userId);
  }

  /** @returns false when the team did not have the role */
  async deleteOfTeam(teamId: string, roleId: string): Promise<boolean> {
    const { affected } = await this.database.repository(RoleAssignment).delete({ teamId, roleId });
    return affected === 1;
  }

  async existsForRole(roleId: string): Promise<boolean> {
    return this.database.repository(RoleAssignment).existsBy({ roleId });
  }

  /** Whether there is such a team. */
  async hasTeam(teamId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT FROM teams WHERE id = $1 AND deleted_at IS NULL', [
      teamId,
    ]);
    return rows.length === 1;
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
