import { Transactional, type TransactionalAdapter } from '@nestjs-cls/transactional';
import type { DataSource, EntityManager } from 'typeorm';
import { SharedTransactions } from './shared-transactions.js';
import { inOwnTransaction, type SetTransaction } from './transaction.js';

interface Options {
  readonly shared?: boolean;
}

/**
 * `@Transactional()` for what is short, comes often at the same moment and bears to be done twice:
 * {@link SharedTransactions}.
 */
export const TransactionalTogether = (): MethodDecorator =>
  Transactional<TypeOrmTransactionalAdapter>({ shared: true });

/** Ties `@Transactional()` to TypeORM and does after the commit what was kept for it. */
export class TypeOrmTransactionalAdapter implements TransactionalAdapter<DataSource, EntityManager, Options> {
  private readonly shared: SharedTransactions;

  constructor(readonly connection: DataSource) {
    this.shared = new SharedTransactions(connection);
  }

  readonly optionsFactory = (dataSource: DataSource) => ({
    wrapWithTransaction: (
      { shared = false }: Options = {},
      work: () => Promise<unknown>,
      setTransaction: SetTransaction,
    ) =>
      shared ? this.shared.run(work, setTransaction) : inOwnTransaction(dataSource, work, setTransaction),
    getFallbackInstance: () => dataSource.manager,
  });
}
