import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';

/** What attempts are counted by. */
export interface AttemptCounter {
  readonly subject: string;
  /** Whether each network has a count of its own. */
  readonly inNetwork: boolean;
  /** Whether a success clears the count, rather than taking itself back. */
  readonly clears: boolean;
}

/** What was counted. */
export interface AttemptCount {
  readonly failures: number;
  /** Seconds until counting begins anew. */
  readonly waitSeconds: number;
}

/** An address whose logins are refused for a while. */
export interface ThrottledAccount {
  readonly email: string;
  readonly until: Date;
}

/** An IPv4 address, or the /64 of an IPv6 one: what one subscriber has. */
const NETWORK = `CASE family($4::inet) WHEN 6 THEN network(set_masklen($4::inet, 64))::text ELSE host($4::inet) END`;
const KEYS = `SELECT CASE WHEN in_network THEN subject || ' ' || ${NETWORK} ELSE subject END AS key, clears, place
  FROM unnest($1::text[], $2::boolean[], $3::boolean[]) WITH ORDINALITY AS c (subject, in_network, clears, place)`;

/** Counts attempts to log in, atomically over all instances. Rows are locked in the order of their keys, or not waited for. */
@Injectable()
export class LoginAttemptRepository {
  constructor(private readonly database: Database) {}

  /** Counts an attempt. @returns the counts, in the order of the counters */
  reserve(
    counters: readonly AttemptCounter[],
    ipAddress: string,
    windowSeconds: number,
  ): Promise<AttemptCount[]> {
    return this.database.query<AttemptCount>(
      `WITH keys AS (${KEYS}), counted AS (
         INSERT INTO login_attempts AS a (key, failures, window_ends_at)
         SELECT key, 1, clock_timestamp() + make_interval(secs => $5) FROM keys ORDER BY key
         ON CONFLICT (key) DO UPDATE SET
           failures = CASE WHEN a.window_ends_at > clock_timestamp() THEN a.failures + 1 ELSE 1 END,
           window_ends_at = CASE WHEN a.window_ends_at > clock_timestamp() THEN a.window_ends_at ELSE excluded.window_ends_at END
         RETURNING key, failures, window_ends_at
       ) SELECT failures, ceil(extract(epoch FROM window_ends_at - clock_timestamp()))::int AS "waitSeconds"
         FROM counted JOIN keys USING (key) ORDER BY place`,
      [...columns(counters), ipAddress, windowSeconds],
    );
  }

  /** Takes an attempt back. */
  async release(counters: readonly AttemptCounter[], ipAddress: string): Promise<void> {
    await this.database.query(
      `WITH keys AS (${KEYS}), locked AS (
         SELECT key, clears FROM login_attempts JOIN keys USING (key) ORDER BY key FOR UPDATE OF login_attempts
       ) UPDATE login_attempts a SET failures = CASE WHEN clears THEN 0 ELSE greatest(failures - 1, 0) END
         FROM locked WHERE a.key = locked.key`,
      [...columns(counters), ipAddress],
    );
  }

  /**
   * @param perNetwork - failures of an account from one network that are let pass
   * @param overall - failures of an account from everywhere that are let pass
   */
  listThrottled(perNetwork: number, overall: number, limit: number): Promise<ThrottledAccount[]> {
    return this.database.query<ThrottledAccount>(
      `SELECT split_part(key, ' ', 2) AS email, max(window_ends_at) AS until FROM login_attempts
       WHERE window_ends_at > clock_timestamp()
         AND (key LIKE 'account %' AND failures >= $1 OR key LIKE 'everywhere %' AND failures >= $2)
       GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $3`,
      [perNetwork, overall, limit],
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

const columns = (counters: readonly AttemptCounter[]): [string[], boolean[], boolean[]] => [
  counters.map(({ subject }) => subject),
  counters.map(({ inNetwork }) => inNetwork),
  counters.map(({ clears }) => clears),
];
