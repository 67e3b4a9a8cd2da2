import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';

/**
 * TypeORM's query runner, for one transaction, without the events that it tells before and after each begin, commit and
 * rollback: nothing here listens to them, and they cost more than the statements.
 */
export class QuietQueryRunner extends PostgresQueryRunner {
  constructor(dataSource: DataSource) {
    super(dataSource.driver as PostgresDriver, 'master');
    this.manager = dataSource.createEntityManager(this);
  }

  /** @returns the connection that the transaction has for itself */
  async begin(): Promise<PoolClient> {
    const connection = (await this.connect()) as PoolClient;
    await connection.query('START TRANSACTION');
    this.isTransactionActive = true;
    this.transactionDepth = 1;
    return connection;
  }

  /** Ends the transaction, unless it has not begun or is ending already. Nothing may be asked in it from then on. */
  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (!this.isTransactionActive) return;
    this.isTransactionActive = false;
    this.transactionDepth = 0;
    await (this.databaseConnection as PoolClient).query(how);
  }
}
