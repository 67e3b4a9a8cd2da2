import { Injectable } from '@nestjs/common';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';

/** Reads and writes tokens that work once. */
@Injectable()
export class OneTimeTokenRepository {
  constructor(private readonly database: Database) {}

  async insert({ id, hash }: OpaqueToken, purpose: string, lifeSeconds: number): Promise<void> {
    await this.database.query(
      `INSERT INTO one_time_tokens (id, purpose, hash, expires_at)
       VALUES ($1, $2, $3, clock_timestamp() + make_interval(secs => $4))`,
      [id, purpose, hash, lifeSeconds],
    );
  }

  async isUsable({ id, hash }: OpaqueToken, purpose: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM one_time_tokens
       WHERE id = $1 AND purpose = $2 AND hash = $3 AND used_at IS NULL AND expires_at > clock_timestamp()`,
      [id, purpose, hash],
    );
    return rows.length === 1;
  }

  /** Uses a token up. Of two attempts at once the row lock lets one win. */
  async consume({ id, hash }: OpaqueToken, purpose: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE one_time_tokens SET used_at = clock_timestamp()
       WHERE id = $1 AND purpose = $2 AND hash = $3 AND used_at IS NULL AND expires_at > clock_timestamp() RETURNING id`,
      [id, purpose, hash],
    );
    return rows.length === 1;
  }
}
