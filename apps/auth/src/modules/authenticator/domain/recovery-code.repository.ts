import { Injectable } from '@nestjs/common';
import { Database, newId } from '../../../core/database/index.js';

/** Reads and writes recovery codes. */
@Injectable()
export class RecoveryCodeRepository {
  constructor(private readonly database: Database) {}

  /** The old ones are worth nothing any more. */
  async replace(userId: string, hashes: readonly Buffer[]): Promise<void> {
    await this.deleteAllOf(userId);
    await this.database.query(
      'INSERT INTO recovery_codes (id, user_id, hash) SELECT unnest($2::uuid[]), $1, unnest($3::bytea[])',
      [userId, hashes.map(() => newId()), hashes],
    );
  }

  /** Uses a code up: of several uses one wins. */
  async use(userId: string, hash: Buffer): Promise<boolean> {
    const rows = await this.database.query(
      'UPDATE recovery_codes SET used_at = now() WHERE user_id = $1 AND hash = $2 AND used_at IS NULL RETURNING id',
      [userId, hash],
    );
    return rows.length > 0;
  }

  async countLeft(userId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM recovery_codes WHERE user_id = $1 AND used_at IS NULL',
      [userId],
    );
    return row?.count ?? 0;
  }

  async deleteAllOf(userId: string): Promise<void> {
    await this.database.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
  }
}
