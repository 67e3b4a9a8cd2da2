import type pg from 'pg';
import { PreparedClient } from '../../apps/auth/src/core/database/prepared-client.js';

const BEGIN = /^\s*(?:START TRANSACTION|BEGIN)\b/i;
const COMMIT = /^\s*COMMIT\b/i;
const ROLLBACK = /^\s*ROLLBACK\s*;?\s*$/i;

type Query = (text: unknown, values?: unknown) => Promise<unknown>;

/**
 * A connection that stays inside one transaction, which the harness begins and rolls back. Whatever the application
 * does in transactions of its own becomes savepoints; a single statement gets one too, so that its failure ends no more
 * than itself, as it would outside of a transaction.
 */
export class SavepointClient extends PreparedClient {
  static current: SavepointClient | null = null;
  private depth = 0;
  private held = false;

  constructor(config?: pg.ClientConfig) {
    super(config);
    SavepointClient.current = this;
    const plain = this.query as unknown as Query;
    Object.assign(this, { query: (text: unknown, values?: unknown) => this.translate(plain, text, values) });
  }

  /** Begins the transaction of a test. */
  async begin(): Promise<void> {
    await (super.query('BEGIN') as unknown as Promise<unknown>);
    this.held = true;
    this.depth = 0;
  }

  /** Takes back all that the test did. */
  async rollback(): Promise<void> {
    this.held = false;
    await (super.query('ROLLBACK') as unknown as Promise<unknown>);
  }

  private translate(plain: Query, text: unknown, values: unknown): Promise<unknown> {
    if (!this.held || typeof text !== 'string') return plain(text, values);
    if (BEGIN.test(text)) return plain(`SAVEPOINT harness_${++this.depth}`);
    if (COMMIT.test(text)) return plain(`RELEASE SAVEPOINT harness_${this.depth--}`);
    if (ROLLBACK.test(text)) return plain(`ROLLBACK TO SAVEPOINT harness_${this.depth--}`);
    return this.depth > 0 ? plain(text, values) : this.guard(plain, text, values);
  }

  private async guard(plain: Query, text: string, values: unknown): Promise<unknown> {
    await plain('SAVEPOINT statement');
    try {
      const result = await plain(text, values);
      await plain('RELEASE SAVEPOINT statement');
      return result;
    } catch (error) {
      await plain('ROLLBACK TO SAVEPOINT statement');
      throw error;
    }
  }
}
