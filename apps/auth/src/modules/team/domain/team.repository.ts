import { Injectable } from '@nestjs/common';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import { Team } from './team.entity.js';
import type { TeamSearchQuery, TeamView } from './team.view.js';

const VIEW = `t.id, t.name, t.description, t.version, t.created_at AS "createdAt", t.updated_at AS "updatedAt",
  (SELECT count(*)::int FROM team_members m JOIN users u ON u.id = m.user_id AND u.deleted_at IS NULL
   WHERE m.team_id = t.id) AS "memberCount"`;

/** Reads and writes teams. Deleted ones are not found. */
@Injectable()
export class TeamRepository {
  constructor(private readonly database: Database) {}

  /** By name; one row more than the limit, when there is one. */
  list({ limit, search, userId }: TeamSearchQuery, after: PagePosition | null): Promise<TeamView[]> {
    return this.database.query(
      `SELECT ${VIEW} FROM teams t
       WHERE t.deleted_at IS NULL AND ($1::text IS NULL OR (t.name, t.id) > ($1, $2::uuid))
         AND ($3::text IS NULL OR lower(t.name) LIKE $3 OR lower(t.description) LIKE $3)
         AND ($4::uuid IS NULL OR EXISTS (SELECT FROM team_members m WHERE m.team_id = t.id AND m.user_id = $4))
       ORDER BY t.name, t.id LIMIT $5`,
      [
        after?.value ?? null,
        after?.id ?? null,
        search === undefined ? null : containing(search),
        userId ?? null,
        limit + 1,
      ],
    );
  }

  async findView(id: string): Promise<TeamView | null> {
    const [view] = await this.database.query<TeamView>(
      `SELECT ${VIEW} FROM teams t WHERE t.id = $1 AND t.deleted_at IS NULL`,
      [id],
    );
    return view ?? null;
  }

  exists(id: string): Promise<boolean> {
    return this.database.repository(Team).existsBy({ id });
  }

  /** Locks the row until the end of the transaction. */
  findForUpdate(id: string): Promise<Team | null> {
    return this.database.repository(Team).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insert(team: Pick<Team, 'id' | 'name' | 'description'>): Promise<void> {
    await this.database.repository(Team).insert(team);
  }

  /** Writes the changed columns and counts the version up. */
  async save(team: Team): Promise<void> {
    await this.database.repository(Team).save(team);
  }

  async softDelete(id: string): Promise<void> {
    await this.database.repository(Team).softDelete({ id });
  }

  /** @returns false when there is no deleted team with this id */
  async restore(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE teams SET deleted_at = NULL, version = version + 1, updated_at = now()
       WHERE id = $1 AND deleted_at IS NOT NULL RETURNING id`,
      [id],
    );
    return rows.length > 0;
  }
}
