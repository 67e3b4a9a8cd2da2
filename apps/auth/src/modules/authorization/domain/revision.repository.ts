import { Injectable } from '@nestjs/common';
import type { AuthorizationRecordType } from '../../../core/access/index.js';
import { Database } from '../../../core/database/index.js';

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

  async addChanges(rev: number, type: AuthorizationRecordType, ids: readonly string[]): Promise<void> {
    await this.database.query(
      `INSERT INTO authorization_changes (rev, type, record_id) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
      [rev, type, ids],
    );
  }
}
