import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AssignRolesToNewUsers } from '../../../rbac/index.js';
import { AddUsers, FindUsersByEmail } from '../../../user/index.js';
import type { ImportProgress, RefusedRow, RefusedRows } from '../import-progress.js';
import { KnownUsers } from '../known-users.js';
import { UserImportRepository } from '../user-import.repository.js';
import type { ImportOptions, PreparedRow } from './prepare-import-row.js';

/** A record of the file: a row, or why it is refused already. */
export type ImportRecord = {
  readonly record: number;
  readonly fields: Readonly<Record<string, unknown>> | null;
} & ({ readonly prepared: PreparedRow } | { readonly reason: string });

/** A run that goes on. */
export interface ImportRun {
  /** null in a dry run. */
  readonly id: string | null;
  readonly options: ImportOptions;
  readonly refusedRows: RefusedRows;
}

/** Imports some records and notes how far the run is, in one transaction: after a crash nothing is missing or there twice. */
@Injectable()
export class StoreImportBatch {
  constructor(
    private readonly imports: UserImportRepository,
    private readonly findUsers: FindUsersByEmail,
    private readonly addUsers: AddUsers,
    private readonly assignRoles: AssignRolesToNewUsers,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
  ) {}

  /**
   * @throws Error when another process goes on with the same run
   * @throws AppError `escalation_refused` when a role brings more now than when it was looked at
   */
  @Transactional()
  async execute(
    run: ImportRun,
    before: ImportProgress,
    records: readonly ImportRecord[],
  ): Promise<ImportProgress> {
    const { fresh, refused } = await this.sort(run, records);
    const imported = run.id === null ? fresh.length : await this.add(run.options.source, fresh);
    const after = {
      records: before.records + records.length,
      imported: before.imported + imported,
      present: before.present + records.length - refused.length - imported,
      refused: before.refused + refused.length,
      rejectsBytes: await run.refusedRows.writeAt(before.rejectsBytes, refused),
    };
    if (run.id !== null && !(await this.imports.advance(run.id, before, after)))
      throw new Error('Another process imports this file.');
    return after;
  }

  /** Tells the new users from those that are there. */
  private async sort(run: ImportRun, records: readonly ImportRecord[]) {
    const rows = records.flatMap((record) => ('prepared' in record ? [record.prepared] : []));
    const known = await this.findKnown(run.options.source, rows);
    const newRows = rows.filter((row) => !known.has(row));
    const brokenRules = await this.findBrokenRules(run, newRows);
    const fresh: PreparedRow[] = [];
    const refused: RefusedRow[] = [];
    for (const record of records) {
      const reason = 'reason' in record ? record.reason : faultOf(record.prepared, known, brokenRules);
      if (reason !== null) refused.push(toRefused(record, reason));
      else if ('prepared' in record && !known.has(record.prepared)) {
        known.add(record.prepared);
        fresh.push(record.prepared);
      }
    }
    return { fresh, refused };
  }

  private async findKnown(source: string, rows: readonly PreparedRow[]): Promise<KnownUsers> {
    const idByEmail = await this.findUsers.execute(rows.map(({ user }) => user.email));
    const externalIds = rows.flatMap(({ externalId }) => externalId ?? []);
    const links = await this.imports.findLinks(source, externalIds, [...idByEmail.values()]);
    return new KnownUsers(idByEmail, links);
  }

  /** The rules of separation of duty that rows would break. None comes about until the end of the transaction. */
  private async findBrokenRules(
    run: ImportRun,
    rows: readonly PreparedRow[],
  ): Promise<Map<PreparedRow, string>> {
    const withRoles = rows.filter(({ roleIds }) => roleIds.length > 0);
    if (withRoles.length === 0) return new Map();
    if (run.id !== null) await this.changes.serialize();
    const rules = await this.access.findBrokenDuties(withRoles.map(({ roleIds }) => roleIds));
    return new Map(
      withRoles.flatMap((row, index) => {
        const rule = rules[index] ?? null;
        return rule === null ? [] : [[row, rule] as const];
      }),
    );
  }

  /** @returns how many were added: somebody may have signed up with an address meanwhile */
  private async add(source: string, rows: readonly PreparedRow[]): Promise<number> {
    if (rows.length === 0) return 0;
    const added = await this.addUsers.execute(rows.map(({ user }) => user));
    const theirs = rows.filter(({ user }) => added.has(user.id));
    await this.imports.insertLinks(
      source,
      theirs.flatMap(({ externalId, user }) =>
        externalId === null ? [] : [{ externalId, userId: user.id }],
      ),
    );
    await this.assignRoles.execute(
      theirs.flatMap(({ user, roleIds }) => roleIds.map((roleId) => ({ userId: user.id, roleId }))),
    );
    return added.size;
  }
}

/** Why a row cannot be imported although it is right by itself. */
function faultOf(
  row: PreparedRow,
  known: KnownUsers,
  brokenRules: ReadonlyMap<PreparedRow, string>,
): string | null {
  const holder = known.otherHolderOf(row);
  if (holder !== null) return `email: belongs to the user ${holder} of the same source`;
  const rule = known.has(row) ? undefined : brokenRules.get(row);
  return rule === undefined ? null : `roles: “${rule}” keeps some of them apart`;
}

function toRefused({ record, fields }: ImportRecord, reason: string): RefusedRow {
  if (fields === null) return { record, reason, row: null };
  const { dryRunCleartextPassword: _, ...row } = fields;
  return { record, reason, row };
}
