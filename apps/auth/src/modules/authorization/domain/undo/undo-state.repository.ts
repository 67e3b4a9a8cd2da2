import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/database/index.js';

/** For how long a user has a role. */
export interface HeldRole {
  readonly roleId: string;
  readonly userId: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

/** How and for how long a team carries a role. */
export type CarriedRole = Pick<HeldRole, 'validFrom' | 'validUntil'> & { readonly teamScoped: boolean };

/** Reads what changes have left, as far as it is there: of deleted teams and groups nothing is. */
@Injectable()
export class UndoStateRepository {
  constructor(private readonly database: Database) {}

  /** Which of the users have which of the roles directly. */
  heldRoles(roleIds: readonly string[], userIds: readonly string[]): Promise<HeldRole[]> {
    return this.database.query(
      `SELECT role_id AS "roleId", user_id AS "userId", valid_from AS "validFrom", valid_until AS "validUntil"
       FROM role_assignments WHERE role_id = ANY ($1::uuid[]) AND user_id = ANY ($2::uuid[])`,
      [roleIds, userIds],
    );
  }

  async carriedRole(teamId: string, roleId: string): Promise<CarriedRole | null> {
    const [carried] = await this.database.query<CarriedRole>(
      `SELECT a.team_scoped AS "teamScoped", a.valid_from AS "validFrom", a.valid_until AS "validUntil"
       FROM role_assignments a JOIN teams t ON t.id = a.team_id
       WHERE a.team_id = $1 AND a.role_id = $2 AND t.deleted_at IS NULL`,
      [teamId, roleId],
    );
    return carried ?? null;
  }

  /** Those of the users who are in a team; null when there is no such team. */
  async membersAmong(
    teamId: string,
    userIds: readonly string[],
  ): Promise<{ userId: string; isManager: boolean }[] | null> {
    const [team] = await this.database.query<{ members: { userId: string; isManager: boolean }[] }>(
      `SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('userId', user_id, 'isManager', is_manager))
         FROM team_members WHERE team_id = t.id AND user_id = ANY ($2::uuid[])), '[]') AS members
       FROM teams t WHERE t.id = $1 AND t.deleted_at IS NULL`,
      [teamId, userIds],
    );
    return team?.members ?? null;
  }

  /** The group that the row of each of the users names; null: none. Unknown users are missing. */
  placesOf(userIds: readonly string[]): Promise<{ userId: string; groupId: string | null }[]> {
    return this.database.query(
      `SELECT u.id AS "userId", m.group_id AS "groupId" FROM users u
       LEFT JOIN visibility_group_members m ON m.user_id = u.id
       WHERE u.id = ANY ($1::uuid[]) AND u.deleted_at IS NULL`,
      [userIds],
    );
  }

  /** How a team or a group is called and described; undefined when there is no such one. */
  async namingOf(
    table: 'teams' | 'visibility_groups',
    id: string,
  ): Promise<{ name: string; description: string } | undefined> {
    const [found] = await this.database.query<{ name: string; description: string }>(
      `SELECT name, description FROM ${table} WHERE id = $1 AND deleted_at IS NULL`,
      [id],
    );
    return found;
  }

  /** null when there is no such group. */
  async parentOf(groupId: string): Promise<{ parentId: string | null } | null> {
    const [group] = await this.database.query<{ parentId: string | null }>(
      'SELECT parent_id AS "parentId" FROM visibility_groups WHERE id = $1 AND deleted_at IS NULL',
      [groupId],
    );
    return group ?? null;
  }

  /** Whether a user manages a group; null when there is no such group. */
  async manages(groupId: string, userId: string): Promise<boolean | null> {
    const [group] = await this.database.query<{ manages: boolean }>(
      `SELECT EXISTS (SELECT FROM visibility_group_managers m WHERE m.group_id = g.id AND m.user_id = $2) AS manages
       FROM visibility_groups g WHERE g.id = $1 AND g.deleted_at IS NULL`,
      [groupId, userId],
    );
    return group?.manages ?? null;
  }

  /** What a group itself says of new items of a type; undefined when there is no such group. */
  async defaultOf(groupId: string, type: string): Promise<{ level: number | null } | undefined> {
    const [group] = await this.database.query<{ level: number | null }>(
      `SELECT (SELECT d.level FROM visibility_group_defaults d WHERE d.group_id = g.id AND d.resource_type = $2) AS level
       FROM visibility_groups g WHERE g.id = $1 AND g.deleted_at IS NULL`,
      [groupId, type],
    );
    return group;
  }
}
