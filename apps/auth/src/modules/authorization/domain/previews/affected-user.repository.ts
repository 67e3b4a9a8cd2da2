import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/database/index.js';

/** Whom a change can concern. */
export interface Reach {
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly groupIds: readonly string[];
  /** Whether the default group is among them: it has those too who are in none. */
  readonly defaultGroup: boolean;
  /** Whether a role that everybody has is among them. */
  readonly everybody: boolean;
}

/** A user whom a change can concern. */
export interface AffectedUser {
  readonly id: string;
  readonly email: string;
}

const REACHED = `
  SELECT u.id, u.email FROM users u
  WHERE u.deleted_at IS NULL AND ($6 OR u.id IN (
    SELECT unnest($1::uuid[])
    UNION SELECT user_id FROM role_assignments WHERE role_id = ANY ($2::uuid[]) AND user_id IS NOT NULL
    UNION SELECT m.user_id FROM role_assignments a JOIN team_members m ON m.team_id = a.team_id
      WHERE a.role_id = ANY ($2::uuid[])
    UNION SELECT user_id FROM team_members WHERE team_id = ANY ($3::uuid[])
    UNION SELECT user_id FROM visibility_group_members WHERE group_id = ANY ($4::uuid[])
  ) OR ($5 AND NOT EXISTS (SELECT FROM visibility_group_members m WHERE m.user_id = u.id)))
  ORDER BY u.id LIMIT $7`;

/** Finds users whom a change can concern. */
@Injectable()
export class AffectedUserRepository {
  constructor(private readonly database: Database) {}

  /** By their ids. */
  list(reach: Reach, limit: number): Promise<AffectedUser[]> {
    const { userIds, roleIds, teamIds, groupIds, defaultGroup, everybody } = reach;
    return this.database.query(REACHED, [
      userIds,
      roleIds,
      teamIds,
      groupIds,
      defaultGroup,
      everybody,
      limit,
    ]);
  }

  /** Marks a point in the open transaction. */
  async mark(): Promise<void> {
    await this.database.query('SAVEPOINT previewed');
  }

  /** Takes back what was done since the mark. */
  async returnToMark(): Promise<void> {
    await this.database.query('ROLLBACK TO SAVEPOINT previewed');
  }
}
