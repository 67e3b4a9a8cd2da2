import { Injectable } from '@nestjs/common';
import { Database, newId } from '../../../core/database/index.js';
import type { FederatedIdentity } from './federated-identity.entity.js';

/** What is shown of an identity. */
export type FederatedIdentityView = Pick<
  FederatedIdentity,
  'id' | 'issuer' | 'email' | 'createdAt' | 'lastUsedAt'
>;

/** Reads and writes identities. */
@Injectable()
export class FederatedIdentityRepository {
  constructor(private readonly database: Database) {}

  /** Whose identity it is; its use is noted. One of a deleted account is nobody's. */
  async use(issuer: string, subject: string): Promise<string | null> {
    const [row] = await this.database.query<{ userId: string }>(
      `UPDATE federated_identities SET last_used_at = clock_timestamp() WHERE issuer = $1 AND subject = $2
         AND EXISTS (SELECT FROM users u WHERE u.id = user_id AND u.deleted_at IS NULL)
       RETURNING user_id AS "userId"`,
      [issuer, subject],
    );
    return row?.userId ?? null;
  }

  /** @returns its id; null when it is somebody's already */
  async insert(
    identity: Pick<FederatedIdentity, 'userId' | 'issuer' | 'subject' | 'email'>,
  ): Promise<string | null> {
    const { userId, issuer, subject, email } = identity;
    await this.database.query(
      `DELETE FROM federated_identities f USING users u
       WHERE f.issuer = $1 AND f.subject = $2 AND u.id = f.user_id AND u.deleted_at IS NOT NULL`,
      [issuer, subject],
    );
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO federated_identities (id, user_id, issuer, subject, email, last_used_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp()) ON CONFLICT (issuer, subject) DO NOTHING RETURNING id`,
      [newId(), userId, issuer, subject, email],
    );
    return row?.id ?? null;
  }

  list(userId: string): Promise<FederatedIdentityView[]> {
    return this.database.query(
      `SELECT id, issuer, email, created_at AS "createdAt", last_used_at AS "lastUsedAt"
       FROM federated_identities WHERE user_id = $1 ORDER BY id`,
      [userId],
    );
  }

  async delete(userId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM federated_identities WHERE user_id = $1 AND id = $2 RETURNING id',
      [userId, id],
    );
    return rows.length === 1;
  }
}
