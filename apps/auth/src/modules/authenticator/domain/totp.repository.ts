import { Injectable } from '@nestjs/common';
import type { EncryptedData } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';

/** A stored secret. */
export interface StoredTotp extends EncryptedData {
  readonly confirmedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** Reads and writes apps that show codes. */
@Injectable()
export class TotpRepository {
  constructor(private readonly database: Database) {}

  /** Begins anew, unless one is confirmed already. */
  async savePending(userId: string, { data, encryptionKeyId }: EncryptedData): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO totp_authenticators AS t (user_id, secret, encryption_key_id) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, encryption_key_id = excluded.encryption_key_id,
         created_at = now() WHERE t.confirmed_at IS NULL RETURNING user_id`,
      [userId, data, encryptionKeyId],
    );
    return rows.length === 1;
  }

  async find(userId: string): Promise<StoredTotp | null> {
    const [row] = await this.database.query<StoredTotp>(
      `SELECT secret AS data, encryption_key_id AS "encryptionKeyId", confirmed_at AS "confirmedAt",
         last_used_at AS "lastUsedAt" FROM totp_authenticators WHERE user_id = $1`,
      [userId],
    );
    return row ?? null;
  }

  /**
   * Uses a code up: of two uses of one code the row lock lets one win.
   *
   * @returns false when a code of this step or a later one was accepted before
   */
  async accept(userId: string, step: number): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE totp_authenticators SET last_step = $2, last_used_at = now(),
         confirmed_at = coalesce(confirmed_at, now())
       WHERE user_id = $1 AND last_step < $2 RETURNING user_id`,
      [userId, step],
    );
    return rows.length === 1;
  }

  async delete(userId: string): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM totp_authenticators WHERE user_id = $1 RETURNING confirmed_at',
      [userId],
    );
    return rows.length === 1;
  }
}
