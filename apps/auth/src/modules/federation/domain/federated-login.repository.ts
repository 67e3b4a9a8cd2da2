import { Injectable } from '@nestjs/common';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';
import type { FederatedLogin } from './federated-login.entity.js';

/** A login on its way. */
export type NewFederatedLogin = Pick<
  FederatedLogin,
  | 'browserHash'
  | 'provider'
  | 'nonce'
  | 'codeVerifier'
  | 'returnTo'
  | 'linkUserId'
  | 'linkSessionId'
  | 'appChallenge'
>;
/** A login that came back. */
export type ReturnedLogin = Pick<
  FederatedLogin,
  'id' | 'nonce' | 'codeVerifier' | 'returnTo' | 'linkUserId' | 'linkSessionId' | 'appChallenge'
>;

const RETURNED = `id, nonce, code_verifier AS "codeVerifier", return_to AS "returnTo", link_user_id AS "linkUserId",
  link_session_id AS "linkSessionId", app_challenge AS "appChallenge"`;

/** Reads and writes logins that are on their way. */
@Injectable()
export class FederatedLoginRepository {
  constructor(private readonly database: Database) {}

  async insert({ id, hash }: OpaqueToken, login: NewFederatedLogin, lifeSeconds: number): Promise<void> {
    await this.database.query(
      `INSERT INTO federated_logins (id, hash, browser_hash, provider, nonce, code_verifier, return_to, link_user_id,
         link_session_id, app_challenge, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp() + make_interval(secs => $11))`,
      [
        id,
        hash,
        login.browserHash,
        login.provider,
        login.nonce,
        login.codeVerifier,
        login.returnTo,
        login.linkUserId,
        login.linkSessionId,
        login.appChallenge,
        lifeSeconds,
      ],
    );
  }

  /** Uses a state up, in the browser where it was made and for its provider alone; of several uses one wins. */
  async use({ id, hash }: OpaqueToken, browserHash: Buffer, provider: string): Promise<ReturnedLogin | null> {
    const [row] = await this.database.query<ReturnedLogin>(
      `UPDATE federated_logins SET used_at = clock_timestamp()
       WHERE id = $1 AND hash = $2 AND browser_hash = $3 AND provider = $4 AND used_at IS NULL
         AND expires_at > clock_timestamp()
       RETURNING ${RETURNED}`,
      [id, hash, browserHash, provider],
    );
    return row ?? null;
  }

  async noteUser(id: string, userId: string): Promise<void> {
    await this.database.query('UPDATE federated_logins SET user_id = $2 WHERE id = $1', [id, userId]);
  }

  async findForApp(id: string): Promise<Pick<FederatedLogin, 'userId' | 'appChallenge'> | null> {
    const [row] = await this.database.query<Pick<FederatedLogin, 'userId' | 'appChallenge'>>(
      'SELECT user_id AS "userId", app_challenge AS "appChallenge" FROM federated_logins WHERE id = $1',
      [id],
    );
    return row ?? null;
  }

  async prune(): Promise<void> {
    await this.database.query(
      `DELETE FROM federated_logins WHERE expires_at < clock_timestamp() - interval '10 minutes'`,
    );
  }
}
