import { Injectable } from '@nestjs/common';
import { TransactionHost } from '@nestjs-cls/transactional';
import DataLoader from 'dataloader';
import { AsyncResource } from 'node:async_hooks';
import type { Pool, PoolClient, QueryResult } from 'pg';
import {
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  QueryFailedError,
  type Repository,
  TransactionNotStartedError,
  TypeORMError,
} from 'typeorm';
import { type Transaction, transactionOf } from './transaction.js';
import type { TypeOrmTransactionalAdapter } from './transactional-adapter.js';

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
  query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const transaction = transactionOf(this.manager);
    const ask =
      transaction === undefined ? this.askPool(sql, parameters) : askWithin(transaction, sql, parameters);
    return rowsOf(ask, sql, parameters);
  }

  /**
   * Lets what several requests ask in the same turn of the event loop be asked by one statement: logins that came
   * together, or whose passwords were compared together, for example. Inside a transaction each is asked alone.
   *
   * @param ask - gives the answers in the order of the questions
   */
  batched<Question, Answer>(
    ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
  ): (question: Question) => Promise<Answer> {
    // Made here, so that it runs in the context of none of those who ask.
    const inNoRequest = AsyncResource.bind((send: () => void) => send());
    // Once all have been read that have come: what each connection brings has a turn of its own.
    const batchScheduleFn = (send: () => void) => setImmediate(inNoRequest, send);
    const batches = new DataLoader<Question, Answer>(ask, { cache: false, batchScheduleFn });
    return (question) =>
      this.inTransaction ? ask([question]).then(([answer]) => answer as Answer) : batches.load(question);
  }

  /** Runs `callback` after the open transaction's commit, or at once when there is none. */
  async afterCommit(callback: () => unknown): Promise<void> {
    const transaction = transactionOf(this.manager);
    if (transaction === undefined) await callback();
    else transaction.afterCommit.push(callback);
  }

  /** By callbacks, since each promise on the way costs as much as a part of the statement. */
  private askPool(sql: string, parameters: unknown[]): Promise<QueryResult> {
    const { master } = this.manager.dataSource.driver as unknown as { readonly master: Pool | undefined };
    return new Promise((resolve, reject) => {
      if (master === undefined) throw notConnected();
      const ask = (error?: Error, connection?: PoolClient, release?: () => void): void => {
        if (connection === undefined) {
          reject(error ?? notConnected());
          return;
        }
        connection.query(sql, parameters, (failure: Error | null, result) => {
          release?.();
          if (failure === null) resolve(result);
          else reject(failure);
        });
      };
      // In the context of who asks, rather than of who gives a connection back.
      const asker = new AsyncResource('DATABASE');
      master.connect((...found) => {
        asker.runInAsyncScope(ask, undefined, ...found);
      });
    });
  }
}

const notConnected = () => new TypeORMError('Driver not Connected');

function askWithin(
  { isOpen, connection }: Transaction,
  sql: string,
  parameters: unknown[],
): Promise<QueryResult> {
  // What is sent behind the end of a transaction would be done without it.
  if (!isOpen) return Promise.reject(new TransactionNotStartedError());
  return connection.query(sql, parameters);
}

async function rowsOf<Row>(answer: Promise<QueryResult>, sql: string, parameters: unknown[]): Promise<Row[]> {
  try {
    return (await answer).rows as Row[];
  } catch (error) {
    throw new QueryFailedError(sql, parameters, error as Error);
  }
}
