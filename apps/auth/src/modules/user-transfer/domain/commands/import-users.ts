import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { isDatabaseFault, newId } from '../../../../core/database/index.js';
import type { ReadRecord } from '../../../../core/records/index.js';
import { type AuditAction, RecordAuditEvent } from '../../../audit/index.js';
import { atTheBeginning, type ImportProgress, type RefusedRows } from '../import-progress.js';
import type { AskedRoles } from '../importable-roles.js';
import { RowRefused } from '../row-refused.js';
import { UserImportRepository } from '../user-import.repository.js';
import { type ImportOptions, PrepareImportRow } from './prepare-import-row.js';
import { type ImportRecord, type ImportRun, StoreImportBatch } from './store-import-batch.js';

const BATCH = 500;

/** A file to import. */
export interface ImportInput {
  /** The same only for the same file, imported in the same way. */
  readonly fingerprint: string;
  readonly records: AsyncIterable<ReadRecord>;
  readonly options: ImportOptions;
  readonly refusedRows: RefusedRows;
  /** Goes on where an earlier run of the same file was ended. */
  readonly resume: boolean;
  readonly onProgress: (progress: ImportProgress) => void;
}

/** How an import ended. */
export interface ImportReport extends ImportProgress {
  /** Records that an earlier run had dealt with. */
  readonly resumedAt: number;
  /** Clear passwords that matched their hash, in a dry run. */
  readonly samples: number;
}

/**
 * Imports users from a file, some hundreds at a time. Whoever is there already stays as they are, so that a second run
 * changes nothing. The audit log tells of the run, not of each user.
 */
@Injectable()
export class ImportUsers {
  constructor(
    private readonly imports: UserImportRepository,
    private readonly prepareRow: PrepareImportRow,
    private readonly storeBatch: StoreImportBatch,
    private readonly audit: RecordAuditEvent,
    @InjectConfig() private readonly config: AppConfig,
  ) {}

  async execute({ records, options, refusedRows, onProgress, ...input }: ImportInput): Promise<ImportReport> {
    const { id, start } = await this.begin(options, input);
    const run: ImportRun = { id, options, refusedRows };
    // What an ended run wrote without counting it goes.
    await refusedRows.writeAt(start.rejectsBytes, []);
    let progress = start;
    let samples = 0;
    let number = 0;
    const asked: AskedRoles = new Map();
    let waiting: { record: number; read: ReadRecord }[] = [];
    const store = async () => {
      const batch = await this.prepare(waiting, options, asked);
      samples += batch.filter((record) => 'prepared' in record && record.prepared.isSample).length;
      progress = await this.store(run, progress, batch);
      waiting = [];
      onProgress(progress);
    };
    for await (const read of records) {
      number += 1;
      if (number > start.records) waiting.push({ record: number, read });
      if (waiting.length === BATCH) await store();
    }
    if (waiting.length > 0) await store();
    if (id !== null) await this.end(id, progress);
    return { ...progress, resumedAt: start.records, samples };
  }

  private async begin(
    options: ImportOptions,
    { fingerprint, resume }: Pick<ImportInput, 'fingerprint' | 'resume'>,
  ): Promise<{ id: string | null; start: ImportProgress }> {
    if (options.isDryRun) return { id: null, start: atTheBeginning };
    const ended = resume ? await this.imports.findUnfinished(fingerprint) : null;
    if (ended !== null) {
      await this.tell('user_import.resumed', ended.id, { records: ended.records });
      const { records, imported, present, refused, rejectsBytes } = ended;
      return { id: ended.id, start: { records, imported, present, refused, rejectsBytes } };
    }
    const id = newId();
    await this.imports.insert(id, fingerprint);
    const { source, passwordFormat } = options;
    await this.tell('user_import.started', id, { source, passwordFormat: passwordFormat?.name ?? null });
    return { id, start: atTheBeginning };
  }

  /** As many at once as passwords are compared at once: samples of a dry run are. */
  private async prepare(
    waiting: readonly { record: number; read: ReadRecord }[],
    options: ImportOptions,
    asked: AskedRoles,
  ): Promise<ImportRecord[]> {
    const prepared: ImportRecord[] = [];
    const atOnce = this.config.passwordHashConcurrency;
    for (let from = 0; from < waiting.length; from += atOnce) {
      const some = waiting.slice(from, from + atOnce);
      prepared.push(
        ...(await Promise.all(some.map(({ record, read }) => this.prepareOne(record, read, options, asked)))),
      );
    }
    return prepared;
  }

  private async prepareOne(
    record: number,
    read: ReadRecord,
    options: ImportOptions,
    asked: AskedRoles,
  ): Promise<ImportRecord> {
    if ('fault' in read) return { record, fields: null, reason: `the record ${read.fault}` };
    try {
      return {
        record,
        fields: read.fields,
        prepared: await this.prepareRow.execute(read.fields, options, asked),
      };
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      return { record, fields: read.fields, reason: error.message };
    }
  }

  /** What the database refuses although it was checked is sought out one by one. */
  private async store(
    run: ImportRun,
    progress: ImportProgress,
    batch: ImportRecord[],
  ): Promise<ImportProgress> {
    try {
      return await this.storeBatch.execute(run, progress, batch);
    } catch (error) {
      if (!isDatabaseFault(error, 'check') && !isDatabaseFault(error, 'invalid_text')) throw error;
      let after = progress;
      for (const record of batch) after = await this.storeOne(run, after, record);
      return after;
    }
  }

  private async storeOne(
    run: ImportRun,
    progress: ImportProgress,
    record: ImportRecord,
  ): Promise<ImportProgress> {
    try {
      return await this.storeBatch.execute(run, progress, [record]);
    } catch (error) {
      if (!isDatabaseFault(error, 'check') && !isDatabaseFault(error, 'invalid_text')) throw error;
      const reason = 'the database does not take a value';
      return this.storeBatch.execute(run, progress, [
        { record: record.record, fields: record.fields, reason },
      ]);
    }
  }

  private async end(id: string, { records, imported, present, refused }: ImportProgress): Promise<void> {
    await this.imports.finish(id);
    await this.tell('user_import.finished', id, { records, imported, present, refused });
  }

  private tell(action: AuditAction, subjectId: string, after: object): Promise<void> {
    return this.audit.execute({ action, subjectType: 'user_import', subjectId, after });
  }
}
