import { Injectable } from '@nestjs/common';
import { Database, newId } from '../../../core/database/index.js';
import type { PasskeyView } from './authenticator.view.js';

/** What is needed to verify a signature. */
export interface StoredPasskey {
  readonly id: string;
  readonly userId: string;
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** A passkey about to be stored. */
export type NewPasskey = Omit<StoredPasskey, 'id'> & {
  readonly name: string;
  readonly isBackedUp: boolean;
};

const STORED = `id, user_id AS "userId", credential_id AS "credentialId", public_key AS "publicKey",
  counter::float8 AS counter, transports`;

/** Reads and writes passkeys. */
@Injectable()
export class PasskeyRepository {
  constructor(private readonly database: Database) {}

  /** @returns its id; null when the credential is known already */
  async insert(passkey: NewPasskey): Promise<string | null> {
    const { userId, credentialId, publicKey, counter, transports, name, isBackedUp } = passkey;
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO passkeys (id, user_id, credential_id, public_key, counter, transports, name, is_backed_up)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (credential_id) DO NOTHING RETURNING id`,
      [newId(), userId, credentialId, publicKey, counter, transports, name, isBackedUp],
    );
    return row?.id ?? null;
  }

  async findByCredential(credentialId: string): Promise<StoredPasskey | null> {
    const [row] = await this.database.query<StoredPasskey>(
      `SELECT ${STORED} FROM passkeys WHERE credential_id = $1`,
      [credentialId],
    );
    return row ?? null;
  }

  storedOf(userId: string): Promise<StoredPasskey[]> {
    return this.database.query(`SELECT ${STORED} FROM passkeys WHERE user_id = $1 ORDER BY id`, [userId]);
  }

  list(userId: string): Promise<PasskeyView[]> {
    return this.database.query(
      `SELECT id, name, is_backed_up AS "isBackedUp", created_at AS "createdAt", last_used_at AS "lastUsedAt"
       FROM passkeys WHERE user_id = $1 ORDER BY id`,
      [userId],
    );
  }

  /** Notes a use; false when the counter went back meanwhile: then there is a copy. */
  async use(id: string, counter: number): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE passkeys SET counter = $2, last_used_at = clock_timestamp()
       WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0)) RETURNING id`,
      [id, counter],
    );
    return rows.length === 1;
  }

  async delete(userId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM passkeys WHERE user_id = $1 AND id = $2 RETURNING id',
      [userId, id],
    );
    return rows.length === 1;
  }

  async deleteAllOf(userId: string): Promise<void> {
    await this.database.query('DELETE FROM passkeys WHERE user_id = $1', [userId]);
  }
}
