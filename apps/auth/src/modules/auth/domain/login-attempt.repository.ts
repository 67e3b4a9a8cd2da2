import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';

/** Who tries to get in, and from where. */
export interface LoginOrigin {
  /** Normalized e-mail address, whether there is such an account or not. */
  readonly account: string;
  readonly ipAddress: string;
}

/** What was counted for an account from a network, and for the network. */
export interface AttemptCounts {
  readonly perAccount: number;
  readonly perNetwork: number;
  /** Seconds until counting begins anew. */
  readonly waitSeconds: number;
}

/** An IPv4 address, or the /64 of an IPv6 one: what one subscriber has. */
const NETWORK = `CASE family($2::inet) WHEN 6 THEN network(set_masklen($2::inet, 64))::text ELSE host($2::inet) END`;
const KEYS = `SELECT key, is_account FROM (SELECT ${NETWORK} AS net) n,
  LATERAL (VALUES ('account ' || $1 || ' ' || net, true), ('network ' || net, false)) AS k (key, is_account)`;

/** Counts attempts to log in, atomically over all instances. Rows are locked in the order of their keys, or not waited for. */
@Injectable()
export class LoginAttemptRepository {
  constructor(private readonly database: Database) {}

  /** Counts an attempt before its outcome is known, so that attempts at the same moment count too. */
  async reserve({ account, ipAddress }: LoginOrigin, windowSeconds: number): Promise<AttemptCounts> {
    const [counts] = await this.database.query<AttemptCounts>(
      `WITH keys AS (${KEYS}), counted AS (
         INSERT INTO login_attempts AS a (key, failures, window_ends_at)
         SELECT key, 1, clock_timestamp() + make_interval(secs => $3) FROM keys ORDER BY key
         ON CONFLICT (key) DO UPDATE SET
           failures = CASE WHEN a.window_ends_at > clock_timestamp() THEN a.failures + 1 ELSE 1 END,
           window_ends_at = CASE WHEN a.window_ends_at > clock_timestamp() THEN a.window_ends_at ELSE excluded.window_ends_at END
         RETURNING key, failures, window_ends_at
       ) SELECT max(failures) FILTER (WHERE is_account) AS "perAccount", max(failures) FILTER (WHERE NOT is_account) AS "perNetwork",
           ceil(extract(epoch FROM max(window_ends_at) - clock_timestamp()))::int AS "waitSeconds"
         FROM counted JOIN keys USING (key)`,
      [account, ipAddress, windowSeconds],
    );
    if (counts === undefined) throw new Error('an attempt was not counted');
    return counts;
  }

  /** Takes a reservation back: the attempt has succeeded, which also clears the account. */
  async release({ account, ipAddress }: LoginOrigin): Promise<void> {
    await this.database.query(
      `WITH keys AS (${KEYS}), locked AS (
         SELECT key, is_account FROM login_attempts JOIN keys USING (key) ORDER BY key FOR UPDATE OF login_attempts
       ) UPDATE login_attempts a SET failures = CASE WHEN is_account THEN 0 ELSE greatest(failures - 1, 0) END
         FROM locked WHERE a.key = locked.key`,
      [account, ipAddress],
    );
  }

  /** Forgets what no longer counts. */
  async prune(): Promise<void> {
    await this.database.query(
      `DELETE FROM login_attempts WHERE key IN (
         SELECT key FROM login_attempts WHERE window_ends_at < clock_timestamp() FOR UPDATE SKIP LOCKED)`,
    );
  }
}
