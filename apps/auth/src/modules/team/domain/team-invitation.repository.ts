import { Injectable } from '@nestjs/common';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { TeamInvitationView, InvitationListQuery } from './team.view.js';

const VIEW = `i.id, i.team_id AS "teamId", i.email, i.invited_by AS "invitedBy", i.created_at AS "createdAt",
  i.expires_at AS "expiresAt", i.accepted_at AS "acceptedAt"`;

const STATE = `CASE WHEN i.accepted_at IS NOT NULL THEN 'accepted'
  WHEN i.expires_at > clock_timestamp() THEN 'open' ELSE 'expired' END`;

/** Reads and writes invitations into teams. */
@Injectable()
export class TeamInvitationRepository {
  constructor(private readonly database: Database) {}

  /** The newest first; one row more than the limit, when there is one. */
  list(
    teamId: string,
    { limit, search, state }: InvitationListQuery,
    after: PagePosition | null,
  ): Promise<TeamInvitationView[]> {
    return this.database.query(
      `SELECT ${VIEW} FROM team_invitations i
       WHERE i.team_id = $1 AND ($2::uuid IS NULL OR i.id < $2) AND ($3::text IS NULL OR i.email LIKE $3)
         AND ($4::text IS NULL OR $4 = ${STATE})
       ORDER BY i.id DESC LIMIT $5`,
      [teamId, after?.id ?? null, search === undefined ? null : containing(search), state ?? null, limit + 1],
    );
  }

  /** With the team's name; null when it is accepted, too old, of a deleted team, or there is none. */
  async findOpen(id: string): Promise<(TeamInvitationView & { readonly team: string }) | null> {
    const [row] = await this.database.query<TeamInvitationView & { readonly team: string }>(
      `SELECT ${VIEW}, t.name AS team FROM team_invitations i JOIN teams t ON t.id = i.team_id
       WHERE i.id = $1 AND i.accepted_at IS NULL AND i.expires_at > clock_timestamp() AND t.deleted_at IS NULL`,
      [id],
    );
    return row ?? null;
  }

  /** An open invitation of the same address into the same team is replaced. */
  async save(
    { id, teamId, email, invitedBy }: Pick<TeamInvitationView, 'id' | 'teamId' | 'email' | 'invitedBy'>,
    lifeSeconds: number,
  ): Promise<TeamInvitationView> {
    const [saved] = await this.database.query<TeamInvitationView>(
      `INSERT INTO team_invitations AS i (id, team_id, email, invited_by, expires_at)
       VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))
       ON CONFLICT (team_id, email) WHERE accepted_at IS NULL DO UPDATE SET id = excluded.id,
         invited_by = excluded.invited_by, created_at = now(), expires_at = excluded.expires_at
       RETURNING ${VIEW}`,
      [id, teamId, email, invitedBy, lifeSeconds],
    );
    if (saved === undefined) throw new Error('the invitation just made is gone');
    return saved;
  }

  async markAccepted(id: string): Promise<void> {
    await this.database.query('UPDATE team_invitations SET accepted_at = clock_timestamp() WHERE id = $1', [
      id,
    ]);
  }

  /** @returns the address; null when it is not open */
  async deleteOpen(teamId: string, id: string): Promise<string | null> {
    const [row] = await this.database.query<{ email: string }>(
      'DELETE FROM team_invitations WHERE id = $1 AND team_id = $2 AND accepted_at IS NULL RETURNING email',
      [id, teamId],
    );
    return row?.email ?? null;
  }
}
