import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';

/** What was counted. */
export interface Count {
  readonly count: number;
  /** Seconds until counting begins anew. */
  readonly waitSeconds: number;
}

/** An IPv4 address, or the /64 of an IPv6 one: what one subscriber has. */
const NETWORK = `CASE family($2::inet) WHEN 6 THEN network(set_masklen($2::inet, 64))::text ELSE host($2::inet) END`;

/** Counts, atomically over all instances. */
@Injectable()
export class RequestCountRepository {
  constructor(private readonly database: Database) {}

  /** Counts for a network. */
  addForNetwork(name: string, ipAddress: string, windowSeconds: number): Promise<Count> {
    return this.add(`$1 || ' ' || ${NETWORK}`, name, ipAddress, windowSeconds);
  }

  /** Counts for anything else. */
  addForSubject(name: string, subject: string, windowSeconds: number): Promise<Count> {
    return this.add(`$1 || ' ' || $2::text`, name, subject, windowSeconds);
  }

  async forget(name: string, subject: string): Promise<void> {
    await this.database.query(`DELETE FROM request_counts WHERE key = $1 || ' ' || $2::text`, [
      name,
      subject,
    ]);
  }

  private async add(key: string, name: string, of: string, windowSeconds: number): Promise<Count> {
    const [counted] = await this.database.query<Count>(
      `INSERT INTO request_counts AS r (key, count, window_ends_at)
       VALUES (${key}, 1, clock_timestamp() + make_interval(secs => $3))
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN r.window_ends_at > clock_timestamp() THEN r.count + 1 ELSE 1 END,
         window_ends_at = CASE WHEN r.window_ends_at > clock_timestamp() THEN r.window_ends_at ELSE excluded.window_ends_at END
       RETURNING count, ceil(extract(epoch FROM window_ends_at - clock_timestamp()))::int AS "waitSeconds"`,
      [name, of, windowSeconds],
    );
    if (counted === undefined) throw new Error('a request was not counted');
    return counted;
  }

  async prune(): Promise<void> {
    await this.database.query('DELETE FROM request_counts WHERE window_ends_at < clock_timestamp()');
  }
}
