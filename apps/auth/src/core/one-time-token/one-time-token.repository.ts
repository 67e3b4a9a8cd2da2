import { Injectable } from '@nestjs/common';
import type { OpaqueToken } from '../crypto/index.js';
import { Database } from '../database/index.js';

const USABLE =
  'id = $1 AND purpose = $2 AND hash = $3 AND used_at IS NULL AND expires_at > clock_timestamp()';

/** The row that a token speaks of. */
export interface TokenSubject {
  readonly subjectId: string | null;
}

/** Reads and writes tokens that work once. */
@Injectable()
export class OneTimeTokenRepository {
  constructor(private readonly database: Database) {}

  async insert(
    { id, hash }: OpaqueToken,
    purpose: string,
    subjectId: string | null,
    lifeSeconds: number,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO one_time_tokens (id, purpose, hash, subject_id, expires_at)
       VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))`,
      [id, purpose, hash, subjectId, lifeSeconds],
    );
  }

  async findUsable({ id, hash }: OpaqueToken, purpose: string): Promise<TokenSubject | null> {
    const [row] = await this.database.query<TokenSubject>(
      `SELECT subject_id AS "subjectId" FROM one_time_tokens WHERE ${USABLE}`,
      [id, purpose, hash],
    );
    return row ?? null;
  }

  /** Uses a token up. Of two attempts at once the row lock lets one win. */
  async consume({ id, hash }: OpaqueToken, purpose: string): Promise<TokenSubject | null> {
    const [row] = await this.database.query<TokenSubject>(
      `UPDATE one_time_tokens SET used_at = clock_timestamp() WHERE ${USABLE} RETURNING subject_id AS "subjectId"`,
      [id, purpose, hash],
    );
    return row ?? null;
  }

  async revokeAllOf(subjectId: string, purpose: string): Promise<void> {
    await this.database.query(
      `UPDATE one_time_tokens SET used_at = clock_timestamp()
       WHERE subject_id = $1 AND purpose = $2 AND used_at IS NULL`,
      [subjectId, purpose],
    );
  }

  async revokeEverythingOf(subjectId: string): Promise<void> {
    await this.database.query(
      'UPDATE one_time_tokens SET used_at = clock_timestamp() WHERE subject_id = $1 AND used_at IS NULL',
      [subjectId],
    );
  }

  async prune(): Promise<void> {
    await this.database.query(
      `DELETE FROM one_time_tokens WHERE expires_at < clock_timestamp() - interval '1 day'`,
    );
  }
}
