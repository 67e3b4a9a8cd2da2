import { Injectable } from '@nestjs/common';
import { Database, newId } from '../../../core/database/index.js';
import type { UserRoleView } from './rbac.view.js';
import { RoleAssignment } from './role-assignment.entity.js';

/** When an assignment counts. */
export interface ValidityWindow {
  readonly validFrom?: Date;
  /** null: for good. */
  readonly validUntil?: Date | null;
}

/** Reads and writes which users have which roles. */
@Injectable()
export class RoleAssignmentRepository {
  constructor(private readonly database: Database) {}

  /** By the name of the role. */
  listOfUser(userId: string): Promise<UserRoleView[]> {
    return this.database.query(
      `SELECT a.role_id AS "roleId", r.name, a.valid_from AS "validFrom", a.valid_until AS "validUntil", a.granted_by AS "grantedBy"
       FROM role_assignments a JOIN roles r ON r.id = a.role_id WHERE a.user_id = $1 ORDER BY r.name`,
      [userId],
    );
  }

  /** Gives the role, or changes the time for which it is given. */
  async upsert(
    assignment: Pick<RoleAssignment, 'id' | 'roleId' | 'grantedBy'> & { userId: string } & ValidityWindow,
  ): Promise<void> {
    const { id, roleId, userId, validFrom, validUntil, grantedBy } = assignment;
    await this.database.query(
      `INSERT INTO role_assignments (id, role_id, user_id, valid_from, valid_until, granted_by)
       VALUES ($1, $2, $3, coalesce($4, now()), $5, $6)
       ON CONFLICT (user_id, role_id) WHERE user_id IS NOT NULL
       DO UPDATE SET valid_from = coalesce($4, role_assignments.valid_from), valid_until = $5, granted_by = $6`,
      [id, roleId, userId, validFrom ?? null, validUntil ?? null, grantedBy],
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

  /** @returns false when the user did not have the role */
  async delete(userId: string, roleId: string): Promise<boolean> {
    const { affected } = await this.database.repository(RoleAssignment).delete({ userId, roleId });
    return affected === 1;
  }

  async existsForRole(roleId: string): Promise<boolean> {
    return this.database.repository(RoleAssignment).existsBy({ roleId });
  }
}
