import { Injectable } from '@nestjs/common';
import {
  HashRefused,
  PasswordHasher,
  type PasswordFormat,
  toStoredHash,
} from '../../../../core/crypto/index.js';
import { newId } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { ProfileSchema, type TransferredUser } from '../../../user/index.js';
import { type ImportRow, parseImportRow } from '../import-row.js';
import { type AskedRoles, ImportableRoles } from '../importable-roles.js';
import { RowRefused } from '../row-refused.js';

/** What is said about a file. */
export interface ImportOptions {
  /** Name of the service that the users come from; their ids are unique within it. */
  readonly source: string;
  /** null: there are no password hashes. */
  readonly passwordFormat: PasswordFormat | null;
  /** Every field is text, as in CSV. */
  readonly isText: boolean;
  /** Checks everything and changes nothing. */
  readonly isDryRun: boolean;
}

/** A row that may be imported. */
export interface PreparedRow {
  readonly user: TransferredUser;
  readonly externalId: string | null;
  readonly roleIds: readonly string[];
  /** Whether a clear password was compared with the hash. */
  readonly isSample: boolean;
}

/** Checks a row and brings it into the form in which a user is kept. */
@Injectable()
export class PrepareImportRow {
  constructor(
    private readonly schema: ProfileSchema,
    private readonly roles: ImportableRoles,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * @param asked - the roles of the run's rows so far
   * @throws RowRefused with the reason
   */
  async execute(
    fields: Readonly<Record<string, unknown>>,
    options: ImportOptions,
    asked: AskedRoles,
  ): Promise<PreparedRow> {
    try {
      return await this.prepare(parseImportRow(fields, options.isText), options, asked);
    } catch (error) {
      if (error instanceof HashRefused) throw new RowRefused(`passwordHash: ${error.message}`);
      if (!(error instanceof AppError) || error.code === 'internal_error') throw error;
      const faults = error.errors?.map(({ field, message }) => `${field} ${message}`) ?? [];
      throw new RowRefused(error.detail ?? faults.join('; '));
    }
  }

  private async prepare(row: ImportRow, options: ImportOptions, asked: AskedRoles): Promise<PreparedRow> {
    const { externalId, roles, passwordHash, passwordSalt, dryRunCleartextPassword: sample, ...core } = row;
    if (core.attributes !== undefined) this.schema.assertValid(core.attributes);
    const stored = readHash(passwordHash, passwordSalt, options.passwordFormat);
    if (sample !== undefined) await this.assertSample(sample, stored, options);
    const user = {
      id: newId(),
      ...core,
      createdAt: core.createdAt ?? null,
      attributes: core.attributes ?? null,
      passwordHash: stored,
    };
    const roleIds = await Promise.all([...new Set(roles)].map((name) => this.roles.find(name, asked)));
    return { user, externalId: externalId ?? null, roleIds, isSample: sample !== undefined };
  }

  private async assertSample(sample: string, stored: string | null, options: ImportOptions): Promise<void> {
    if (!options.isDryRun) throw new RowRefused('dryRunCleartextPassword: belongs into dry runs alone');
    const { matches } = await this.hasher.check(sample, stored);
    if (!matches) throw new RowRefused('dryRunCleartextPassword: does not match the hash');
  }
}

function readHash(hash: unknown, salt: string | undefined, format: PasswordFormat | null): string | null {
  if (hash === undefined) {
    if (salt !== undefined) throw new RowRefused('passwordSalt: without a passwordHash');
    return null;
  }
  if (format === null) throw new RowRefused('passwordHash: no password format was declared');
  return toStoredHash({ hash, salt }, format);
}
