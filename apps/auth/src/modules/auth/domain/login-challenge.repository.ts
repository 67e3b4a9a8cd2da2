import { Injectable } from '@nestjs/common';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';
import type { LoginChallenge } from './login-challenge.entity.js';

/** A login that waits. */
export type WaitingLogin = Pick<LoginChallenge, 'userId' | 'method' | 'references' | 'passwordSetAt'>;

const OPEN = 'id = $1 AND hash = $2 AND used_at IS NULL AND expires_at > clock_timestamp()';
const WAITING = `user_id AS "userId", login_method AS method, amr AS "references", password_set_at AS "passwordSetAt"`;
/** Proofs that may be tried for one login. */
const TRIES = 5;

/** Reads and writes logins that wait for a second factor. */
@Injectable()
export class LoginChallengeRepository {
  constructor(private readonly database: Database) {}

  async insert({ id, hash }: OpaqueToken, login: WaitingLogin, lifeSeconds: number): Promise<void> {
    await this.database.query(
      `INSERT INTO login_challenges (id, hash, user_id, login_method, amr, password_set_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7))`,
      [id, hash, login.userId, login.method, login.references, login.passwordSetAt, lifeSeconds],
    );
  }

  /** null when it is not ours, used, too old, or was tried too often. */
  async find({ id, hash }: OpaqueToken): Promise<WaitingLogin | null> {
    const [row] = await this.database.query<WaitingLogin>(
      `SELECT ${WAITING} FROM login_challenges WHERE ${OPEN} AND attempts < ${TRIES}`,
      [id, hash],
    );
    return row ?? null;
  }

  /** Counts a try before its outcome is known. */
  async countTry({ id, hash }: OpaqueToken): Promise<WaitingLogin | null> {
    const [row] = await this.database.query<WaitingLogin>(
      `UPDATE login_challenges SET attempts = attempts + 1 WHERE ${OPEN} AND attempts < ${TRIES} RETURNING ${WAITING}`,
      [id, hash],
    );
    return row ?? null;
  }

  /** Uses it up: of several uses one wins. */
  async use({ id, hash }: OpaqueToken): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE login_challenges SET used_at = clock_timestamp() WHERE ${OPEN} RETURNING id`,
      [id, hash],
    );
    return rows.length === 1;
  }

  async prune(): Promise<void> {
    await this.database.query(`DELETE FROM login_challenges WHERE expires_at < clock_timestamp()`);
  }
}
