import type { Writable } from 'node:stream';
import pg from 'pg';

/** Distinct statements that a connection keeps prepared; texts that are made up for each call must not fill it. */
const MAX_STATEMENTS = 200;
const names = new Map<string, string>();

/** The same name in every process, so that it says nothing; pg compares the text itself. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_STATEMENTS) return known;
  const name = `auth_${names.size}`;
  names.set(text, name);
  return name;
}

const BEGIN = 'START TRANSACTION';
const NOTHING_DONE = { rows: [], rowCount: null };

type Query = (statement: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * A connection on which short statements cost little.
 *
 * - Each statement with parameters is prepared once: PostgreSQL parses and plans it once for each connection instead
 *   of each time, which is most of its work.
 * - A statement does not wait for the answers of those before it (pipelining). Those that are issued at the same
 *   moment (`Promise.all`) travel together. A transaction begins with its first statement and not a round trip earlier.
 *
 * Pipelining also makes pg end the connection with the first statement that is not answered in time. That one may still
 * be running, so whatever came next would wait for it; and a transaction whose end is unknown must not be handed to the
 * next user of the pool.
 */
export class PreparedClient extends pg.Client {
  private toBegin = false;

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true });
    // Whoever uses a connection that breaks learns it from the statement; unheard, it would end the process.
    this.on('error', () => undefined);
    const plain = super.query.bind(this) as Query;
    const query: Query = (statement, values, callback) => {
      if (statement === BEGIN) {
        this.toBegin = true;
        return Promise.resolve(NOTHING_DONE);
      }
      this.sendTogether();
      if (this.toBegin) {
        this.toBegin = false;
        if (statement === 'COMMIT' || statement === 'ROLLBACK') return Promise.resolve(NOTHING_DONE);
        // What follows must not be done without it.
        (plain(BEGIN) as Promise<unknown>).catch(() => this.end());
      }
      const isPlain = typeof statement !== 'string' || !Array.isArray(values) || values.length === 0;
      const name = isPlain ? undefined : nameOf(statement);
      return name === undefined
        ? plain(statement, values, callback)
        : plain({ name, text: statement, values }, callback);
    };
    Object.assign(this, { query });
  }

  /** Holds what is written back until all that can be written now is. */
  private sendTogether(): void {
    const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}
