import type { TransactionalAdapter } from '@nestjs-cls/transactional';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { QuietQueryRunner } from './quiet-query-runner.js';

type Options = Record<string, never>;
type Callback = () => unknown;

/** The transaction of a command. */
export interface Transaction {
  readonly queryRunner: QuietQueryRunner;
  readonly connection: PoolClient;
  /** What is done after its commit; a rollback forgets it. */
  readonly afterCommit: Callback[];
}

const transactions = new WeakMap<EntityManager, Transaction>();

/** The transaction that `manager` works in; undefined outside of one. */
export function transactionOf(manager: EntityManager): Transaction | undefined {
  return transactions.get(manager);
}

/** Ties `@Transactional()` to TypeORM and does after the commit what was kept for it. */
export class TypeOrmTransactionalAdapter implements TransactionalAdapter<DataSource, EntityManager, Options> {
  constructor(readonly connection: DataSource) {}

  readonly optionsFactory = (dataSource: DataSource) => ({
    wrapWithTransaction: async (
      _options: Options,
      work: () => Promise<unknown>,
      setTransaction: (manager?: EntityManager) => void,
    ) => {
      const queryRunner = new QuietQueryRunner(dataSource);
      const afterCommit: Callback[] = [];
      let result: unknown;
      try {
        const connection = await queryRunner.begin();
        transactions.set(queryRunner.manager, { queryRunner, connection, afterCommit });
        setTransaction(queryRunner.manager);
        result = await work();
        await queryRunner.end('COMMIT');
      } catch (error) {
        await queryRunner.end('ROLLBACK').catch(() => undefined);
        throw error;
      } finally {
        await queryRunner.release();
      }
      setTransaction(undefined);
      for (const callback of afterCommit) await callback();
      return result;
    },
    getFallbackInstance: () => dataSource.manager,
  });
}
