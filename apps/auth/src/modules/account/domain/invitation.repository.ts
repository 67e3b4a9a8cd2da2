import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import { Invitation } from './invitation.entity.js';

/** What is shown of an invitation. */
export type InvitationView = Pick<
  Invitation,
  | 'id'
  | 'email'
  | 'displayName'
  | 'locale'
  | 'roleIds'
  | 'invitedBy'
  | 'createdAt'
  | 'expiresAt'
  | 'acceptedAt'
>;

const VIEW = `id, email, display_name AS "displayName", locale, role_ids AS "roleIds", invited_by AS "invitedBy",
  created_at AS "createdAt", expires_at AS "expiresAt", accepted_at AS "acceptedAt"`;

/** Reads and writes invitations. */
@Injectable()
export class InvitationRepository {
  constructor(private readonly database: Database) {}

  /** An open invitation of the same address is replaced. */
  async save(
    {
      id,
      email,
      displayName,
      locale,
      roleIds,
      invitedBy,
    }: Omit<InvitationView, 'createdAt' | 'expiresAt' | 'acceptedAt'>,
    lifeSeconds: number,
  ): Promise<InvitationView> {
    const [saved] = await this.database.query<InvitationView>(
      `INSERT INTO invitations (id, email, display_name, locale, role_ids, invited_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7))
       ON CONFLICT (email) WHERE accepted_at IS NULL DO UPDATE SET id = excluded.id, display_name = excluded.display_name,
         locale = excluded.locale, role_ids = excluded.role_ids, invited_by = excluded.invited_by, created_at = now(),
         expires_at = excluded.expires_at
       RETURNING ${VIEW}`,
      [id, email, displayName, locale, roleIds, invitedBy, lifeSeconds],
    );
    if (saved === undefined) throw new Error('the invitation just made is gone');
    return saved;
  }

  async find(id: string): Promise<InvitationView | null> {
    const [row] = await this.database.query<InvitationView>(`SELECT ${VIEW} FROM invitations WHERE id = $1`, [
      id,
    ]);
    return row ?? null;
  }

  /** null when it is accepted, too old, or there is none. */
  async findOpen(id: string): Promise<InvitationView | null> {
    const [row] = await this.database.query<InvitationView>(
      `SELECT ${VIEW} FROM invitations WHERE id = $1 AND accepted_at IS NULL AND expires_at > clock_timestamp()`,
      [id],
    );
    return row ?? null;
  }

  /** The newest first; one row more than the limit, when there is one. */
  async list(limit: number, beforeId: string | null): Promise<InvitationView[]> {
    return this.database.query(
      `SELECT ${VIEW} FROM invitations WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      [beforeId, limit + 1],
    );
  }

  async markAccepted(id: string): Promise<void> {
    await this.database.query('UPDATE invitations SET accepted_at = clock_timestamp() WHERE id = $1', [id]);
  }

  /** @returns the address; null when it is not open */
  async deleteOpen(id: string): Promise<string | null> {
    const [row] = await this.database.query<{ email: string }>(
      'DELETE FROM invitations WHERE id = $1 AND accepted_at IS NULL RETURNING email',
      [id],
    );
    return row?.email ?? null;
  }
}
