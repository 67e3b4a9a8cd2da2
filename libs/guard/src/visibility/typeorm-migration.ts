import { type IdType, quoteTable, visibilityMigration, type VisibleTable } from '@auth-service/authorization';
import type { MigrationRunner } from './typeorm-shapes.js';

/** How long the columns may wait for the table: whoever waits behind them waits as long. */
const LOCK_TIMEOUT = '3s';

/**
 * Adds the columns and indexes of visibility, for `up` of a migration. Indexes of a table with rows are made while others
 * write: the migration says `transaction = false` then. May be run again after it was interrupted.
 *
 * @param ownerType - null when the table has its owner's column already
 * @throws Error when the table has rows and a transaction is open
 * @example
 * export class DealVisibility1700000000000 implements MigrationInterface {
 *   readonly transaction = false;
 *   up = (runner: QueryRunner) => addVisibility(runner, { name: 'deal' });
 *   down = (runner: QueryRunner) => removeVisibility(runner, { name: 'deal' });
 * }
 */
export async function addVisibility(
  runner: MigrationRunner,
  table: VisibleTable,
  ownerType: IdType | null = 'uuid',
): Promise<void> {
  const { columns, indexes } = visibilityMigration(table, ownerType);
  const isOnline = !runner.isTransactionActive;
  if (!isOnline) await assertEmpty(runner, table);
  await withLockTimeout(runner, columns);
  for (const { name, create, drop } of indexes) {
    // One that was interrupted is left behind, unusable.
    if (isOnline && (await isInvalid(runner, name))) await runner.query(drop);
    await runner.query(isOnline ? create : offline(create));
  }
}

/** Takes {@link addVisibility} back, for `down` of a migration. */
export async function removeVisibility(
  runner: MigrationRunner,
  table: VisibleTable,
  ownerType: IdType | null = 'uuid',
): Promise<void> {
  const { indexes, down } = visibilityMigration(table, ownerType);
  const isOnline = !runner.isTransactionActive;
  for (const { drop } of indexes) await runner.query(isOnline ? drop : offline(drop));
  await withLockTimeout(runner, down.slice(indexes.length));
}

const offline = (statement: string): string => statement.replace(' CONCURRENTLY', '');

async function withLockTimeout(runner: MigrationRunner, statements: readonly string[]): Promise<void> {
  const scope = runner.isTransactionActive ? 'LOCAL' : 'SESSION';
  await runner.query(`SET ${scope} lock_timeout = '${LOCK_TIMEOUT}'`);
  try {
    for (const statement of statements) await runner.query(statement);
  } finally {
    if (scope === 'SESSION') await runner.query('RESET lock_timeout');
  }
}

async function assertEmpty(runner: MigrationRunner, { name }: VisibleTable): Promise<void> {
  const rows = (await runner.query(`SELECT 1 FROM ${quoteTable(name)} LIMIT 1`)) as unknown[];
  if (rows.length === 0) return;
  throw new Error(
    `${name} has rows: its indexes would lock it for as long as they take. Set "transaction = false" in the migration ` +
      'and "migrationsTransactionMode" to "each", so that they are made while others write.',
  );
}

async function isInvalid(runner: MigrationRunner, index: string): Promise<boolean> {
  const rows = (await runner.query(
    'SELECT 1 FROM pg_index WHERE indexrelid = to_regclass($1) AND NOT indisvalid',
    [index],
  )) as unknown[];
  return rows.length > 0;
}
