import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { PreparedClient } from '../../apps/auth/src/core/database/prepared-client.js';

const BEGIN = /^\s*(?:START TRANSACTION|BEGIN)\b/i;
const COMMIT = /^\s*COMMIT\b/i;
const ROLLBACK = /^\s*ROLLBACK\s*;?\s*$/i;

/** For so long the harness waits for work of the application that nobody asked for, such as its looking for changes. */
const PATIENCE_MS = 5000;

type Query = (text: unknown, values?: unknown) => Promise<unknown>;
type Answer = (error: unknown, result?: unknown) => void;

/**
 * A connection that stays inside one transaction, which the harness begins and rolls back. Whatever the application
 * does in transactions of its own becomes savepoints; a single statement gets one too, so that its failure ends no more
 * than itself, as it would outside of a transaction.
 */
export class SavepointClient extends PreparedClient {
  static current: SavepointClient | null = null;
  private depth = 0;
  private held = false;
  /** Transactions and single statements of the application that have begun and not ended. */
  private open = 0;

  constructor(config?: pg.ClientConfig) {
    super(config);
    SavepointClient.current = this;
    const plain = this.query as unknown as Query;
    const query = (text: unknown, values?: unknown, answer?: Answer) => {
      const result = this.translate(plain, text, values);
      return answer === undefined ? result : void result.then((rows) => answer(null, rows), answer);
    };
    Object.assign(this, { query });
  }

  /** Begins the transaction of a test. */
  async begin(): Promise<void> {
    await this.untilIdle();
    await (super.query('BEGIN') as unknown as Promise<unknown>);
    this.held = true;
    this.depth = 0;
  }

  /** Takes back all that the test did. */
  async rollback(): Promise<void> {
    await this.untilIdle();
    this.held = false;
    await (super.query('ROLLBACK') as unknown as Promise<unknown>);
  }

  /** What the application has begun would otherwise end in a transaction that knows nothing of it. */
  private async untilIdle(): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; this.open > 0 && Date.now() < end;) await sleep(1);
    this.open = 0;
  }

  private translate(plain: Query, text: unknown, values: unknown): Promise<unknown> {
    if (typeof text !== 'string') return plain(text, values);
    this.count(text);
    if (!this.held) return plain(text, values);
    if (BEGIN.test(text)) return plain(`SAVEPOINT harness_${++this.depth}`);
    if (COMMIT.test(text)) return plain(`RELEASE SAVEPOINT harness_${this.depth--}`);
    if (ROLLBACK.test(text)) return plain(`ROLLBACK TO SAVEPOINT harness_${this.depth--}`);
    return this.depth > 0 ? plain(text, values) : this.guard(plain, text, values);
  }

  private count(text: string): void {
    if (BEGIN.test(text)) this.open++;
    else if (COMMIT.test(text) || ROLLBACK.test(text)) this.open = Math.max(0, this.open - 1);
  }

  private async guard(plain: Query, text: string, values: unknown): Promise<unknown> {
    this.open++;
    try {
      return await this.alone(plain, text, values);
    } finally {
      this.open = Math.max(0, this.open - 1);
    }
  }

  private async alone(plain: Query, text: string, values: unknown): Promise<unknown> {
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
