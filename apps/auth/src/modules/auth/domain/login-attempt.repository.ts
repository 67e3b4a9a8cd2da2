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

/** What an attempt is counted by. */
export interface CountedAttempt {
  readonly counters: readonly AttemptCounter[];
  readonly ipAddress: string;
}

/** An attempt to be counted, for so long. */
interface NewAttempt {
  readonly attempt: CountedAttempt;
  readonly windowSeconds: number;
}

/** An address whose logins are refused for a while. */
export interface ThrottledAccount {
  readonly email: string;
  readonly until: Date;
}

/** An IPv4 address, or the /64 of an IPv6 one: what one subscriber has. */
const NETWORK = `CASE family(ip) WHEN 6 THEN network(set_masklen(ip, 64))::text ELSE host(ip) END`;
const KEYS = `SELECT CASE WHEN in_network THEN subject || ' ' || ${NETWORK} ELSE subject END AS key, clears, place
  FROM unnest($1::text[], $2::boolean[], $3::boolean[], $4::inet[]) WITH ORDINALITY AS c (subject, in_network, clears, ip, place)`;

/** Counts attempts to log in, atomically over all instances. Rows are locked in the order of their keys, or not waited for. */
@Injectable()
export class LoginAttemptRepository {
  /** Takes an attempt back. */
  readonly release: (attempt: CountedAttempt) => Promise<void>;
  private readonly reserveTogether: (attempt: NewAttempt) => Promise<AttemptCount[]>;

  constructor(private readonly database: Database) {
    this.reserveTogether = database.batched((attempts: readonly NewAttempt[]) => this.reserveAll(attempts));
    this.release = database.batched((attempts: readonly CountedAttempt[]) => this.releaseAll(attempts));
  }

  /** Counts an attempt. @returns the counts, in the order of the counters */
  reserve(attempt: CountedAttempt, windowSeconds: number): Promise<AttemptCount[]> {
    return this.reserveTogether({ attempt, windowSeconds });
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

  /** Of attempts that are counted together by the same key each has one more than the one before it. */
  private async reserveAll(asked: readonly NewAttempt[]): Promise<AttemptCount[][]> {
    const attempts = asked.map(({ attempt }) => attempt);
    const counts = await this.database.query<AttemptCount>(
      `WITH keys AS (${KEYS}), sums AS (
         SELECT key, count(*)::int AS times FROM keys GROUP BY key
       ), counted AS (
         INSERT INTO login_attempts AS a (key, failures, window_ends_at)
         SELECT key, times, clock_timestamp() + make_interval(secs => $5) FROM sums ORDER BY key
         ON CONFLICT (key) DO UPDATE SET
           failures = CASE WHEN a.window_ends_at > clock_timestamp() THEN a.failures ELSE 0 END + excluded.failures,
           window_ends_at = CASE WHEN a.window_ends_at > clock_timestamp() THEN a.window_ends_at ELSE excluded.window_ends_at END
         RETURNING key, failures, window_ends_at
       ) SELECT (counted.failures - times + row_number() OVER (PARTITION BY key ORDER BY place))::int AS failures,
           ceil(extract(epoch FROM window_ends_at - clock_timestamp()))::int AS "waitSeconds"
         FROM keys JOIN sums USING (key) JOIN counted USING (key) ORDER BY place`,
      [...columns(attempts), Math.max(...asked.map(({ windowSeconds }) => windowSeconds))],
    );
    return attempts.map(({ counters }) => counts.splice(0, counters.length));
  }

  private async releaseAll(attempts: readonly CountedAttempt[]): Promise<undefined[]> {
    await this.database.query(
      `WITH keys AS (
         SELECT key, bool_or(clears) AS clears, count(*)::int AS times FROM (${KEYS}) k GROUP BY key
       ), locked AS (
         SELECT key, clears, times FROM login_attempts JOIN keys USING (key) ORDER BY key FOR UPDATE OF login_attempts
       ) UPDATE login_attempts a SET failures = CASE WHEN clears THEN 0 ELSE greatest(failures - times, 0) END
         FROM locked WHERE a.key = locked.key`,
      columns(attempts),
    );
    return attempts.map(() => undefined);
  }
}

function columns(attempts: readonly CountedAttempt[]): [string[], boolean[], boolean[], string[]] {
  const counters = attempts.flatMap((attempt) => attempt.counters);
  return [
    counters.map(({ subject }) => subject),
    counters.map(({ inNetwork }) => inNetwork),
    counters.map(({ clears }) => clears),
    attempts.flatMap((attempt) => attempt.counters.map(() => attempt.ipAddress)),
  ];
}
