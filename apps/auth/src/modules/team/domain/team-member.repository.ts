import { Injectable } from '@nestjs/common';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { MembershipView, TeamListQuery, TeamMemberView } from './team.view.js';
import { TeamMember } from './team-member.entity.js';

/** Somebody who was in a team until now. */
export type FormerMember = Pick<TeamMember, 'userId' | 'isManager' | 'joinedAt'>;

/** Reads and writes who is in which team. */
@Injectable()
export class TeamMemberRepository {
  constructor(private readonly database: Database) {}

  /** By e-mail address; one row more than the limit, when there is one. */
  list(
    teamId: string,
    { limit, search, managersOnly }: TeamListQuery & { readonly managersOnly: boolean },
    after: PagePosition | null,
  ): Promise<TeamMemberView[]> {
    return this.database.query(
      `SELECT u.id AS "userId", u.email, u.display_name AS "displayName", m.is_manager AS "isManager",
         m.joined_at AS "joinedAt"
       FROM team_members m JOIN users u ON u.id = m.user_id
       WHERE m.team_id = $1 AND u.deleted_at IS NULL AND (NOT $6 OR m.is_manager)
         AND ($2::text IS NULL OR (u.email, u.id) > ($2, $3::uuid))
         AND ($4::text IS NULL OR u.email LIKE $4 OR lower(u.display_name) LIKE $4)
       ORDER BY u.email, u.id LIMIT $5`,
      [
        teamId,
        after?.value ?? null,
        after?.id ?? null,
        search === undefined ? null : containing(search),
        limit + 1,
        managersOnly,
      ],
    );
  }

  /** The teams of a user, by name; one row more than the limit, when there is one. */
  listOfUser(
    userId: string,
    { limit, search }: TeamListQuery,
    after: PagePosition | null,
  ): Promise<MembershipView[]> {
    return this.database.query(
      `SELECT t.id AS "teamId", t.name, m.is_manager AS "isManager", m.joined_at AS "joinedAt"
       FROM team_members m JOIN teams t ON t.id = m.team_id
       WHERE m.user_id = $1 AND t.deleted_at IS NULL AND ($2::text IS NULL OR (t.name, t.id) > ($2, $3::uuid))
         AND ($4::text IS NULL OR lower(t.name) LIKE $4 OR lower(t.description) LIKE $4)
       ORDER BY t.name, t.id LIMIT $5`,
      [
        userId,
        after?.value ?? null,
        after?.id ?? null,
        search === undefined ? null : containing(search),
        limit + 1,
      ],
    );
  }

  find(teamId: string, userId: string): Promise<TeamMember | null> {
    return this.database.repository(TeamMember).findOneBy({ teamId, userId });
  }

  /** Ids of all members, those of deleted users too. */
  async listIds(teamId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT user_id AS id FROM team_members WHERE team_id = $1 ORDER BY user_id',
      [teamId],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns those who were not in the team before */
  async insert(teamId: string, userIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `INSERT INTO team_members (team_id, user_id) SELECT $1, unnest($2::uuid[])
       ON CONFLICT DO NOTHING RETURNING user_id AS id`,
      [teamId, userIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Makes a member a manager, or no longer one. */
  async setManager(teamId: string, userId: string, isManager: boolean): Promise<void> {
    await this.database.repository(TeamMember).update({ teamId, userId }, { isManager });
  }

  /** @returns those who were in the team */
  delete(teamId: string, userIds: readonly string[]): Promise<FormerMember[]> {
    return this.database.query(
      `DELETE FROM team_members WHERE team_id = $1 AND user_id = ANY ($2::uuid[])
       RETURNING user_id AS "userId", is_manager AS "isManager", joined_at AS "joinedAt"`,
      [teamId, userIds],
    );
  }

  async hasManager(teamId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM team_members m JOIN users u ON u.id = m.user_id
       WHERE m.team_id = $1 AND m.is_manager AND u.deleted_at IS NULL LIMIT 1`,
      [teamId],
    );
    return rows.length > 0;
  }
}
