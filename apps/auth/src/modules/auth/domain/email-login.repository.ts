import { Injectable } from '@nestjs/common';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';
import { EMAIL_CODE_TRIES } from './email-login.js';
import type { EmailLogin } from './email-login.entity.js';

/** Somebody who asked. */
export type AskedLogin = Pick<EmailLogin, 'id' | 'email' | 'kind' | 'codeHash'>;

const OPEN = 'used_at IS NULL AND expires_at > clock_timestamp()';
const ASKED = 'id, email, kind, code_hash AS "codeHash"';

/** Reads and writes requests for a mail that logs in. */
@Injectable()
export class EmailLoginRepository {
  constructor(private readonly database: Database) {}

  async insert(
    { id, hash }: OpaqueToken,
    { email, kind }: Pick<EmailLogin, 'email' | 'kind'>,
    lifeSeconds: number,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO email_logins (id, hash, email, kind, expires_at)
       VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))`,
      [id, hash, email, kind, lifeSeconds],
    );
  }

  async findOpen(id: string): Promise<AskedLogin | null> {
    const [row] = await this.database.query<AskedLogin>(
      `SELECT ${ASKED} FROM email_logins WHERE id = $1 AND ${OPEN}`,
      [id],
    );
    return row ?? null;
  }

  async saveCode(id: string, codeHash: Buffer): Promise<void> {
    await this.database.query('UPDATE email_logins SET code_hash = $2 WHERE id = $1', [id, codeHash]);
  }

  /** Counts a try before its outcome is known; null when it is not ours, used, too old, or was tried too often. */
  async countTry({ id, hash }: OpaqueToken): Promise<AskedLogin | null> {
    const [row] = await this.database.query<AskedLogin>(
      `UPDATE email_logins SET attempts = attempts + 1
       WHERE id = $1 AND hash = $2 AND attempts < ${EMAIL_CODE_TRIES} AND ${OPEN} RETURNING ${ASKED}`,
      [id, hash],
    );
    return row ?? null;
  }

  /** Uses it up: of several uses one wins. */
  async use(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE email_logins SET used_at = clock_timestamp() WHERE id = $1 AND ${OPEN} RETURNING id`,
      [id],
    );
    return rows.length === 1;
  }

  async prune(): Promise<void> {
    await this.database.query('DELETE FROM email_logins WHERE expires_at < clock_timestamp()');
  }
}
