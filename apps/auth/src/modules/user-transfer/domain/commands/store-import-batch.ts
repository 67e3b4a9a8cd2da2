import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { AssignRolesToNewUsers } from '../../../rbac/index.js';
import { AddUsers, FindUsersByEmail } from '../../../user/index.js';
import type { ImportProgress, RefusedRow, RefusedRows } from '../import-progress.js';
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
  ) {}

  /** @throws Error when another process goes on with the same run */
  @Transactional()
  async execute(
    run: ImportRun,
    before: ImportProgress,
    records: readonly ImportRecord[],
  ): Promise<ImportProgress> {
    const { fresh, refused } = await this.sort(run.options.source, records);
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

  /** Tells the new users from those that are there, by their id in the source or else by their address. */
  private async sort(source: string, records: readonly ImportRecord[]) {
    const rows = records.flatMap((record) => ('prepared' in record ? [record.prepared] : []));
    const idByEmail = await this.findUsers.execute(rows.map(({ user }) => user.email));
    const externalIds = rows.flatMap(({ externalId }) => externalId ?? []);
    const links = await this.imports.findLinks(source, externalIds, [...idByEmail.values()]);
    const known = new Set(links.map(({ externalId }) => externalId));
    const externalIdOf = new Map(links.map(({ externalId, userId }) => [userId, externalId]));
    const fresh: PreparedRow[] = [];
    const refused: RefusedRow[] = [];
    for (const { record, fields, ...rest } of records) {
      if ('reason' in rest) {
        refused.push(toRefused(record, fields, rest.reason));
        continue;
      }
      const { user, externalId } = rest.prepared;
      if (externalId !== null && known.has(externalId)) continue;
      const holder = idByEmail.get(user.email);
      if (holder === undefined) {
        fresh.push(rest.prepared);
        idByEmail.set(user.email, user.id);
        if (externalId === null) continue;
        known.add(externalId);
        externalIdOf.set(user.id, externalId);
      } else if (externalId !== null && externalId !== holder && externalIdOf.has(holder)) {
        const reason = `email: belongs to the user ${externalIdOf.get(holder)} of the same source`;
        refused.push(toRefused(record, fields, reason));
      }
    }
    return { fresh, refused };
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

function toRefused(record: number, fields: ImportRecord['fields'], reason: string): RefusedRow {
  if (fields === null) return { record, reason, row: null };
  const { dryRunCleartextPassword: _, ...row } = fields;
  return { record, reason, row };
}
