import { Injectable } from '@nestjs/common';
import { TransactionHost } from '@nestjs-cls/transactional';
import DataLoader from 'dataloader';
import { AsyncResource } from 'node:async_hooks';
import type { PoolClient } from 'pg';
import {
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  type Repository,
} from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { afterCommitOf, type TypeOrmTransactionalAdapter } from './transactional-adapter.js';

/** What a single connection needs of the data source's options. */
export interface ConnectionOptions {
  readonly url: string;
  readonly extra: { readonly connectionTimeoutMillis: number; readonly query_timeout: number };
}

/** The repositories' way to the database: inside a `@Transactional()` command its transaction, else the pool. */
@Injectable()
export class Database {
  constructor(private readonly host: TransactionHost<TypeOrmTransactionalAdapter>) {}

  get manager(): EntityManager {
    return this.host.tx;
  }

  /** How connections are made, for one that is not of the pool. */
  get connectionOptions(): ConnectionOptions {
    return this.manager.dataSource.options as unknown as ConnectionOptions;
  }

  /** Tells whether a command's transaction is open. */
  get inTransaction(): boolean {
    return this.host.isTransactionActive();
  }

  repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.manager.getRepository(entity);
  }

  /**
   * Runs one SQL statement, past TypeORM's events and logs of each, to which nothing here listens.
   *
   * @returns its rows
   * @throws QueryFailedError
   */
  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const { queryRunner } = this.manager;
    if (queryRunner === undefined) return this.queryOnce(sql, parameters);
    if (queryRunner.isReleased) throw new QueryRunnerAlreadyReleasedError();
    return rowsOf((await queryRunner.connect()) as PoolClient, sql, parameters);
  }

  /**
   * Lets what several requests ask in the same turn of the event loop be asked by one statement: logins whose passwords
   * were compared together, for example. Inside a transaction each is asked alone.
   *
   * @param ask - gives the answers in the order of the questions
   */
  batched<Question, Answer>(
    ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  ): (question: Question) => Promise<Answer> {
    // Made here, so that it runs in the context of none of those who ask.
    const inNoRequest = AsyncResource.bind((send: () => void) => send());
    const batchScheduleFn = (send: () => void) => process.nextTick(inNoRequest, send);
    const batches = new DataLoader<Question, Answer>(ask, { cache: false, batchScheduleFn });
    return async (question) => {
      if (!this.inTransaction) return batches.load(question);
      const [answer] = await ask([question]);
      return answer as Answer;
    };
  }

  /** Runs `callback` after the open transaction's commit, or at once when there is none. */
  async afterCommit(callback: () => unknown): Promise<void> {
    if (!afterCommitOf(this.manager, callback)) await callback();
  }

  private async queryOnce<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    const driver = this.manager.dataSource.driver as PostgresDriver;
    const [connection, release] = (await driver.obtainMasterConnection()) as [PoolClient, () => void];
    try {
      return await rowsOf(connection, sql, parameters);
    } finally {
      release();
    }
  }
}

async function rowsOf<Row>(connection: PoolClient, sql: string, parameters: unknown[]): Promise<Row[]> {
  try {
    return (await connection.query(sql, parameters)).rows as Row[];
  } catch (error) {
    throw new QueryFailedError(sql, parameters, error as Error);
  }
}
