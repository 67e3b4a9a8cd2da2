import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { QuietQueryRunner } from './quiet-query-runner.js';

const transactions = new WeakMap<EntityManager, Transaction>();

/** The transaction that `manager` works in; undefined outside of one. */
export function transactionOf(manager: EntityManager): Transaction | undefined {
  return transactions.get(manager);
}

/** The open transaction of a command, or of several that share it. */
export class Transaction {
  /** What is done after its commit; a rollback forgets it. */
  readonly afterCommit: (() => unknown)[] = [];

  private constructor(
    private readonly queryRunner: QuietQueryRunner,
    readonly connection: PoolClient,
  ) {}

  static async begin(dataSource: DataSource): Promise<Transaction> {
    const queryRunner = new QuietQueryRunner(dataSource);
    const transaction = new Transaction(queryRunner, await queryRunner.begin());
    transactions.set(queryRunner.manager, transaction);
    return transaction;
  }

  get manager(): EntityManager {
    return this.queryRunner.manager;
  }

  /** Whether statements may be sent in it. */
  get isOpen(): boolean {
    return this.queryRunner.isTransactionActive;
  }

  /** @throws the driver's error; whether it was committed is unknown then, if the connection was lost */
  async commit(): Promise<void> {
    try {
      await this.queryRunner.end('COMMIT');
    } finally {
      await this.queryRunner.release();
    }
  }

  async doAfterCommit(): Promise<void> {
    for (const callback of this.afterCommit) await callback();
  }

  /** Cannot fail: a connection that is lost takes all back by itself. */
  async rollback(): Promise<void> {
    await this.queryRunner.end('ROLLBACK').catch(() => undefined);
    await this.queryRunner.release();
  }
}

/** Tells the context which transaction its statements belong to; undefined for none. */
export type SetTransaction = (manager?: EntityManager) => void;

/** Runs `work` in a transaction of its own. */
export async function inOwnTransaction(
  dataSource: DataSource,
  work: () => Promise<unknown>,
  setTransaction: SetTransaction,
): Promise<unknown> {
  const transaction = await Transaction.begin(dataSource);
  setTransaction(transaction.manager);
  let result: unknown;
  try {
    result = await work();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  setTransaction(undefined);
  await transaction.commit();
  await transaction.doAfterCommit();
  return result;
}
