import pg from 'pg';
import { AnswerWatch } from './answer-watch.js';

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
type Answer = (error: Error | null, result: unknown) => void;

/** pg's statement, filled in directly: it copies what it is given, which takes longer than sending it. */
class Statement extends pg.Query {
  declare readonly name: string | undefined;
  declare readonly values: unknown[] | undefined;
  declare readonly callback: Answer;

  constructor(text: string, values: unknown[] | undefined, callback: Answer) {
    super(text);
    this.name = values === undefined || values.length === 0 ? undefined : nameOf(text);
    this.values = values;
    this.callback = callback;
  }
}

/**
 * A connection on which short statements cost little.
 *
 * - Each statement with parameters is prepared once: PostgreSQL parses and plans it once for each connection instead
 *   of each time, which is most of its work.
 * - A statement does not wait for the answers of those before it (pipelining). Those that are issued at the same
 *   moment (`Promise.all`) travel together. A transaction begins with its first statement and not a round trip earlier.
 *
 * A connection on which the server is silent for `query_timeout` ends. What it was asked last may still be running, so
 * whatever came next would wait for it; and a transaction whose end is unknown must not be handed to the next user of
 * the pool.
 */
export class PreparedClient extends pg.Client {
  private toBegin = false;

  constructor({ query_timeout: answerWithinMs = 0, ...config }: pg.ClientConfig = {}) {
    super({ ...config, pipeline: true });
    // Whoever uses a connection that breaks learns it from the statement; unheard, it would end the process.
    this.on('error', () => undefined);
    const watch = new AnswerWatch(answerWithinMs, () =>
      this.connection.stream.destroy(new Error('Query read timeout')),
    );
    const plain = super.query.bind(this) as Query;

    const send = (text: string, values: unknown[] | undefined, answer: Answer): void => {
      const callback: Answer = (error, result) => {
        watch.answered();
        answer(error, result);
      };
      watch.sent();
      plain(new Statement(text, values, callback));
    };

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
        send(BEGIN, undefined, (error) => {
          if (error !== null) void this.end();
        });
      }
      return typeof statement === 'string' ? ask(send, statement, values, callback) : plain(statement);
    };
    Object.assign(this, { query });
  }

  /** Holds what is written back until all that can be written now is. */
  private sendTogether(): void {
    const { stream } = this.connection;
    if (stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }
}

/** Answers by callback or by promise, as with pg. */
function ask(
  send: (text: string, values: unknown[] | undefined, answer: Answer) => void,
  text: string,
  values: unknown,
  callback: unknown,
): unknown {
  const parameters = Array.isArray(values) ? (values as unknown[]) : undefined;
  const answer = typeof values === 'function' ? values : callback;
  if (typeof answer === 'function') {
    send(text, parameters, answer as Answer);
    return;
  }
  return new Promise((resolve, reject) =>
    send(text, parameters, (error, result) => (error === null ? resolve(result) : reject(error))),
  );
}
