import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { Database } from '../../../core/database/index.js';

/** Who can come into question for a permission. */
export interface CandidateQuestion {
  /** Roles of which each brings the permission. */
  readonly roleIds: readonly string[];
  /** Whether one of them is everybody's. */
  readonly everybody: boolean;
  readonly permissions: readonly PermissionName[];
}

/** Active users who have one of the roles by any way and at any time, or the permission without a role. */
const CANDIDATES = `
  SELECT u.id FROM users u WHERE u.status = 'active' AND u.deleted_at IS NULL AND ($1::uuid IS NULL OR u.id > $1)
    AND ($2 OR u.id IN (
      SELECT user_id FROM role_assignments WHERE role_id = ANY ($3::uuid[]) AND user_id IS NOT NULL
      UNION SELECT m.user_id FROM role_assignments a JOIN team_members m ON m.team_id = a.team_id WHERE a.role_id = ANY ($3::uuid[])
      UNION SELECT g.user_id FROM permission_grants g JOIN permissions p ON p.id = g.permission_id WHERE p.name = ANY ($4)
    ))
  ORDER BY u.id LIMIT $5`;

/** Finds users of whom it is worth asking. */
@Injectable()
export class CandidateRepository {
  constructor(private readonly database: Database) {}

  /** @returns ids in their order, behind `after` */
  async list(
    { roleIds, everybody, permissions }: CandidateQuestion,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(CANDIDATES, [
      after,
      everybody,
      roleIds,
      permissions,
      limit,
    ]);
    return rows.map(({ id }) => id);
  }
}
