import { Injectable } from '@nestjs/common';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { GroupListQuery, GroupMemberView, UserGroupView } from './visibility-group.view.js';

/** A user and the group that their row names. */
export interface Membership {
  readonly userId: string;
  /** null: none, so that the default group counts. */
  readonly groupId: string | null;
}

/** Reads and writes who is in which group. */
@Injectable()
export class GroupMemberRepository {
  constructor(private readonly database: Database) {}

  /** By e-mail address; one row more than the limit, when there is one. */
  list(
    groupId: string,
    { limit, search }: GroupListQuery,
    after: PagePosition | null,
  ): Promise<GroupMemberView[]> {
    return this.database.query(
      `SELECT u.id AS "userId", u.email, u.display_name AS "displayName", m.joined_at AS "joinedAt"
       FROM visibility_group_members m JOIN users u ON u.id = m.user_id
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

  /** The group that counts for a user; null for an unknown user. */
  async findGroupOf(userId: string): Promise<UserGroupView | null> {
    const [view] = await this.database.query<UserGroupView>(
      `SELECT g.id, g.number, g.name, g.is_default AS "isDefault", m.joined_at AS "joinedAt"
       FROM users u
       LEFT JOIN (visibility_group_members m JOIN visibility_groups own ON own.id = m.group_id AND own.deleted_at IS NULL)
         ON m.user_id = u.id
       JOIN visibility_groups g ON g.id = own.id OR (own.id IS NULL AND g.is_default)
       WHERE u.id = $1 AND u.deleted_at IS NULL`,
      [userId],
    );
    return view ?? null;
  }

  /** Of these users those who exist. */
  listMemberships(userIds: readonly string[]): Promise<Membership[]> {
    return this.database.query(
      `SELECT u.id AS "userId", m.group_id AS "groupId" FROM users u
       LEFT JOIN visibility_group_members m ON m.user_id = u.id
       WHERE u.id = ANY ($1::uuid[]) AND u.deleted_at IS NULL`,
      [userIds],
    );
  }

  /** Ids of the users whose row names a group; deleted users have no say. */
  async listMemberIds(groupId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT u.id FROM visibility_group_members m JOIN users u ON u.id = m.user_id
       WHERE m.group_id = $1 AND u.deleted_at IS NULL ORDER BY u.id`,
      [groupId],
    );
    return rows.map(({ id }) => id);
  }

  /** Moves users from wherever they are. */
  async put(groupId: string, userIds: readonly string[]): Promise<void> {
    await this.database.query(
      `INSERT INTO visibility_group_members (user_id, group_id) SELECT unnest($2::uuid[]), $1
       ON CONFLICT (user_id) DO UPDATE SET group_id = excluded.group_id, joined_at = now()`,
      [groupId, userIds],
    );
  }

  /** @returns false when the user's row did not name the group */
  async delete(groupId: string, userId: string): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM visibility_group_members WHERE group_id = $1 AND user_id = $2 RETURNING user_id',
      [groupId, userId],
    );
    return rows.length > 0;
  }

  /** Moves everybody, deleted users too: their rows must not hold on to a group that goes. */
  async moveAll(fromId: string, toId: string): Promise<void> {
    await this.database.query(
      'UPDATE visibility_group_members SET group_id = $2, joined_at = now() WHERE group_id = $1',
      [fromId, toId],
    );
  }

  async deleteAll(groupId: string): Promise<void> {
    await this.database.query('DELETE FROM visibility_group_members WHERE group_id = $1', [groupId]);
  }
}
