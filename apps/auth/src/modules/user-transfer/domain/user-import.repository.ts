import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import { ImportedUser } from './imported-user.entity.js';
import type { ImportProgress } from './import-progress.js';
import { UserImport } from './user-import.entity.js';

type Link = Pick<ImportedUser, 'externalId' | 'userId'>;

/** Reads and writes runs of imports, and who came from where. */
@Injectable()
export class UserImportRepository {
  constructor(private readonly database: Database) {}

  findUnfinished(fingerprint: string): Promise<UserImport | null> {
    return this.database
      .repository(UserImport)
      .createQueryBuilder('run')
      .where('run.fingerprint = :fingerprint AND run.finished_at IS NULL', { fingerprint })
      .orderBy('run.id', 'DESC')
      .getOne();
  }

  /** Begins a run. Unfinished ones of the same file are given up. */
  async insert(id: string, fingerprint: string): Promise<void> {
    await this.database.query('DELETE FROM user_imports WHERE fingerprint = $1 AND finished_at IS NULL', [
      fingerprint,
    ]);
    await this.database.repository(UserImport).insert({ id, fingerprint });
  }

  /** @returns false when somebody else has gone on with the run meanwhile */
  async advance(id: string, before: ImportProgress, after: ImportProgress): Promise<boolean> {
    const { affected } = await this.database
      .repository(UserImport)
      .update({ id, records: before.records }, { ...after });
    return affected === 1;
  }

  async finish(id: string): Promise<void> {
    await this.database.repository(UserImport).update({ id }, { finishedAt: new Date() });
  }

  /** Who of a source came with one of these ids, or became one of these users. */
  findLinks(source: string, externalIds: readonly string[], userIds: readonly string[]): Promise<Link[]> {
    return this.database.query(
      `SELECT external_id AS "externalId", user_id AS "userId" FROM imported_users
       WHERE source = $1 AND external_id = ANY ($2)
       UNION SELECT external_id, user_id FROM imported_users WHERE source = $1 AND user_id = ANY ($3::uuid[])`,
      [source, externalIds, userIds],
    );
  }

  async insertLinks(source: string, links: readonly Link[]): Promise<void> {
    await this.database.query(
      `INSERT INTO imported_users (source, external_id, user_id)
       SELECT $1, "externalId", "userId" FROM jsonb_to_recordset($2) AS r ("externalId" text, "userId" uuid)`,
      [source, JSON.stringify(links)],
    );
  }
}
