import { Injectable } from '@nestjs/common';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { GroupListQuery, GroupPersonView } from './visibility-group.view.js';

/** Reads and writes who manages which groups. */
@Injectable()
export class GroupManagerRepository {
  constructor(private readonly database: Database) {}

  /** By e-mail address; one row more than the limit, when there is one. */
  list(
    groupId: string,
    { limit, search }: GroupListQuery,
    after: PagePosition | null,
  ): Promise<GroupPersonView[]> {
    return this.database.query(
      `SELECT u.id AS "userId", u.email, u.display_name AS "displayName"
       FROM visibility_group_managers m JOIN users u ON u.id = m.user_id
       WHERE m.group_id = $1 AND u.deleted_at IS NULL AND ($2::text IS NULL OR (u.email, u.id) > ($2, $3::uuid))
         AND ($4::text IS NULL OR u.email LIKE $4 OR lower(u.display_name) LIKE $4)
       ORDER BY u.email, u.id LIMIT $5`,
      [
        groupId,
        after?.value ?? null,
        after?.id ?? null,
        search === undefined ? null : containing(search),
        limit + 1,
      ],
    );
  }

  /** Ids of the groups that a user manages. */
  async listManagedBy(userId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT g.id FROM visibility_group_managers m JOIN visibility_groups g ON g.id = m.group_id
       WHERE m.user_id = $1 AND g.deleted_at IS NULL`,
      [userId],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns false when the user managed the group already */
  async insert(groupId: string, userId: string): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO visibility_group_managers (group_id, user_id) VALUES ($1, $2)
       ON CONFLICT DO NOTHING RETURNING user_id`,
      [groupId, userId],
    );
    return rows.length > 0;
  }

  /** @returns false when the user did not manage the group */
  async delete(groupId: string, userId: string): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM visibility_group_managers WHERE group_id = $1 AND user_id = $2 RETURNING user_id',
      [groupId, userId],
    );
    return rows.length > 0;
  }

  /** @returns the ids of those who managed the group */
  async deleteAll(groupId: string): Promise<string[]> {
    const rows = await this.database.query<{ userId: string }>(
      'DELETE FROM visibility_group_managers WHERE group_id = $1 RETURNING user_id AS "userId"',
      [groupId],
    );
    return rows.map(({ userId }) => userId);
  }
}
