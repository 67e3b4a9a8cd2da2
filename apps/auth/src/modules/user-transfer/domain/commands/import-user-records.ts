import { Injectable } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import { newId } from '../../../../core/database/index.js';
import type { ReadRecord } from '../../../../core/records/index.js';
import type { RefusedRow } from '../import-progress.js';
import { declarePasswordFormat } from '../password-format-options.js';
import { ImportUsers } from './import-users.js';

/** Records of a request, and what is said about them. */
export interface UserRecords {
  readonly records: AsyncIterable<ReadRecord> | readonly ReadRecord[];
  /** Name of the service that the users come from. */
  readonly source: string;
  readonly isDryRun: boolean;
  /** Every field is text, as in CSV. */
  readonly isText?: boolean;
  readonly passwordFormat?: { readonly name: string; readonly options?: unknown } | undefined;
}

/** What became of the records. */
export interface UserRecordsResult {
  readonly records: number;
  readonly imported: number;
  /** Whose user was there already, and stays as it is. */
  readonly present: number;
  readonly refused: readonly Pick<RefusedRow, 'record' | 'reason'>[];
}

/** Imports some users who come in a request, rather than in a file of the operator's. */
@Injectable()
export class ImportUserRecords {
  constructor(private readonly importUsers: ImportUsers) {}

  /** @throws AppError `invalid_request` for a password format that is none, or lacks an option */
  async execute({
    records,
    source,
    isDryRun,
    isText,
    passwordFormat,
  }: UserRecords): Promise<UserRecordsResult> {
    const refused: RefusedRow[] = [];
    const report = await this.importUsers.execute({
      fingerprint: newId(),
      records: iterate(records),
      options: { source, isDryRun, isText: isText ?? false, passwordFormat: formatOf(passwordFormat) },
      refusedRows: { writeAt: (position, rows) => Promise.resolve(position + refused.push(...rows)) },
      resume: false,
      onProgress: () => undefined,
    });
    return {
      records: report.records,
      imported: report.imported,
      present: report.present,
      refused: refused.map(({ record, reason }) => ({ record, reason })),
    };
  }
}

async function* iterate(records: UserRecords['records']): AsyncGenerator<ReadRecord> {
  yield* records;
}

function formatOf(given: UserRecords['passwordFormat']) {
  if (given === undefined) return null;
  try {
    return declarePasswordFormat(given.name, given.options);
  } catch (error) {
    throw AppError.forField('invalid_request', 'passwordFormat', error instanceof Error ? error.message : '');
  }
}
