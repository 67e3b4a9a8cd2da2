import { Injectable } from '@nestjs/common';
import { Database } from '../../../../core/database/index.js';

const subjects = { role: 'roles', team: 'teams', visibility_group: 'visibility_groups' } as const;
export type Deletable = keyof typeof subjects;

/** Reads what is still there of that which a deletion ended. */
@Injectable()
export class DeletionStateRepository {
  constructor(private readonly database: Database) {}

  /** Whether something is deleted, and was not restored since the event that tells of its deletion. */
  async isStillDeleted(type: Deletable, id: string, eventId: string): Promise<boolean> {
    const alive = type === 'role' ? '' : 'AND deleted_at IS NULL';
    const [found] = await this.database.query<{ isDeleted: boolean }>(
      `SELECT NOT EXISTS (SELECT FROM ${subjects[type]} WHERE id = $1::text::uuid ${alive})
         AND NOT EXISTS (SELECT FROM audit_log WHERE subject_type = $2 AND subject_id = $1 AND id > $3 AND action = $4) AS "isDeleted"`,
      [id, type, eventId, `${type}.restored`],
    );
    return found?.isDeleted === true;
  }

  async usersAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.among('SELECT id FROM users WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL', ids);
  }

  async rolesAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.among('SELECT id FROM roles WHERE id = ANY ($1::uuid[])', ids);
  }

  async permissionsAmong(names: readonly string[]): Promise<ReadonlySet<string>> {
    return this.among('SELECT name AS id FROM permissions WHERE name = ANY ($1)', names);
  }

  async typesAmong(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.among('SELECT key AS id FROM resources WHERE key = ANY ($1)', keys);
  }

  /** Where those of the groups hang that are there. */
  async parentsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.database.query<{ id: string; parentId: string | null }>(
      `SELECT id, parent_id AS "parentId" FROM visibility_groups
       WHERE id = ANY ($1::uuid[]) AND deleted_at IS NULL`,
      [ids],
    );
    return new Map(rows.map(({ id, parentId }) => [id, parentId]));
  }

  /** The roles that a deleted team carried until they were deleted themselves, after the team. */
  async rolesLostBy(teamId: string, eventId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT e.subject_id AS id FROM audit_log_subjects s JOIN audit_log e ON e.id = s.event_id
       WHERE s.subject_type = 'team' AND s.subject_id = $1 AND s.event_id > $2 AND e.action = 'role.deleted'`,
      [teamId, eventId],
    );
    return rows.map(({ id }) => id);
  }

  private async among(statement: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = ids.length === 0 ? [] : await this.database.query<{ id: string }>(statement, [ids]);
    return new Set(rows.map(({ id }) => id));
  }
}
