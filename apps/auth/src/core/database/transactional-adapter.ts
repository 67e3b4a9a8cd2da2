import type { TransactionalAdapter } from '@nestjs-cls/transactional';
import type { DataSource, EntityManager } from 'typeorm';

type Options = Record<string, never>;
type Callback = () => unknown;

const callbacks = new WeakMap<EntityManager, Callback[]>();

/**
 * Keeps `callback` until the transaction of `manager` is committed; a rollback forgets it.
 *
 * @returns false when `manager` is in no transaction: then nothing was kept
 */
export function afterCommitOf(manager: EntityManager, callback: Callback): boolean {
  const waiting = callbacks.get(manager);
  waiting?.push(callback);
  return waiting !== undefined;
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
      const waiting: Callback[] = [];
      const result = await dataSource.transaction(async (manager) => {
        callbacks.set(manager, waiting);
        setTransaction(manager);
        return work();
      });
      setTransaction(undefined);
      for (const callback of waiting) await callback();
      return result;
    },
    getFallbackInstance: () => dataSource.manager,
  });
}
