import { Injectable } from '@nestjs/common';
import type { VisibilityLevel } from '@auth-service/authorization';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { DefaultLevelView, GroupListQuery } from './visibility-group.view.js';

/** Reads and writes what groups say of new items. */
@Injectable()
export class DefaultLevelRepository {
  constructor(private readonly database: Database) {}

  /** By type; one row more than the limit, when there is one. */
  list(
    groupId: string,
    { limit, search }: GroupListQuery,
    after: PagePosition | null,
  ): Promise<DefaultLevelView[]> {
    return this.database.query(
      `SELECT resource_type AS type, level FROM visibility_group_defaults
       WHERE group_id = $1 AND ($2::text IS NULL OR resource_type > $2) AND ($3::text IS NULL OR resource_type LIKE $3)
       ORDER BY resource_type LIMIT $4`,
      [groupId, after?.value ?? null, search === undefined ? null : containing(search), limit + 1],
    );
  }

  async isRegistered(type: string): Promise<boolean> {
    return (await this.database.query('SELECT FROM resources WHERE key = $1', [type])).length > 0;
  }

  async find(groupId: string, type: string): Promise<VisibilityLevel | null> {
    const [row] = await this.database.query<{ level: VisibilityLevel }>(
      'SELECT level FROM visibility_group_defaults WHERE group_id = $1 AND resource_type = $2',
      [groupId, type],
    );
    return row?.level ?? null;
  }

  async put(groupId: string, type: string, level: VisibilityLevel): Promise<void> {
    await this.database.query(
      `INSERT INTO visibility_group_defaults (group_id, resource_type, level) VALUES ($1, $2, $3)
       ON CONFLICT (group_id, resource_type) DO UPDATE SET level = excluded.level`,
      [groupId, type, level],
    );
  }

  async delete(groupId: string, type: string): Promise<void> {
    await this.database.query(
      'DELETE FROM visibility_group_defaults WHERE group_id = $1 AND resource_type = $2',
      [groupId, type],
    );
  }

  /** @returns what the group said */
  async deleteAll(groupId: string): Promise<DefaultLevelView[]> {
    return this.database.query(
      'DELETE FROM visibility_group_defaults WHERE group_id = $1 RETURNING resource_type AS type, level',
      [groupId],
    );
  }
}
