import { Injectable } from '@nestjs/common';
import type { AuthorizationRecordType } from '../../../core/access/index.js';
import { Database } from '../../../core/database/index.js';

/** Records of a type that have changed. */
export interface ChangedRecords {
  readonly type: AuthorizationRecordType;
  readonly ids: readonly string[];
}

/** What has changed up to a revision. */
export interface RecentChanges {
  readonly rev: number;
  /** False when more has changed than is told. */
  readonly isComplete: boolean;
  readonly changes: readonly ChangedRecords[];
}

/** Counts the changes of what decisions rest on, and keeps what each one changed. */
@Injectable()
export class RevisionRepository {
  constructor(private readonly database: Database) {}

  /** The transaction that is open; what is the same object is the same transaction. */
  get transaction(): object {
    return this.database.manager;
  }

  get inTransaction(): boolean {
    return this.database.inTransaction;
  }

  /** Locks the revision until the end of the transaction and counts it up. */
  async advance(): Promise<number> {
    const [row] = await this.database.query<{ rev: number }>(
      'UPDATE authorization_revision SET rev = rev + 1 RETURNING rev::float8 AS rev',
    );
    return row?.rev ?? 0;
  }

  /**
   * Forgets changes older than so many days.
   *
   * @returns how many
   */
  async prune(days: number): Promise<number> {
    const gone = await this.database.query<{ rev: number }>(
      `WITH gone AS (
         DELETE FROM authorization_changes WHERE changed_at < now() - make_interval(days => $1) RETURNING rev
       ), noted AS (
         UPDATE authorization_revision SET pruned_rev = greatest(pruned_rev, (SELECT max(rev) FROM gone))
         WHERE EXISTS (SELECT FROM gone)
       ) SELECT rev::float8 AS rev FROM gone`,
      [days],
    );
    return gone.length;
  }

  /**
   * What has changed after a revision, in one statement.
   *
   * @param most - records; of more it is told only that there are
   */
  async changesAfter(rev: number, most: number): Promise<RecentChanges> {
    const [row] = await this.database.query<RecentChanges>(
      `WITH recent AS (SELECT type, record_id FROM authorization_changes WHERE rev > $1 LIMIT $2 + 1)
       SELECT r.rev::float8 AS rev, r.pruned_rev <= $1 AND (SELECT count(*) FROM recent) <= $2 AS "isComplete",
         coalesce((SELECT json_agg(c) FROM (
           SELECT type, array_agg(DISTINCT record_id) AS ids FROM recent GROUP BY type) c), '[]') AS changes
       FROM authorization_revision r`,
      [rev, most],
    );
    if (row === undefined) throw new Error('the revision is missing');
    return row;
  }

  async addChanges(rev: number, type: AuthorizationRecordType, ids: readonly string[]): Promise<void> {
    await this.database.query(
      `INSERT INTO authorization_changes (rev, type, record_id) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
      [rev, type, ids],
    );
  }
}
