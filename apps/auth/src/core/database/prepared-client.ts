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

/** What pg says of a statement that was not answered in time. */
const GIVEN_UP = 'Query read timeout';

type Query = (statement: unknown, values?: unknown, callback?: unknown) => unknown;

/**
 * A connection that prepares each statement with parameters once: PostgreSQL then parses and plans it once for each
 * connection instead of each time, which is most of the work of a short statement.
 *
 * It ends with the first statement that is not answered in time. That one may still be running, so whatever came next
 * would wait for it; and a transaction whose end is unknown must not be handed to the next user of the pool.
 */
export class PreparedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const plain = super.query.bind(this) as Query;
    const query: Query = (statement, values, callback) => {
      const isPlain = typeof statement !== 'string' || !Array.isArray(values) || values.length === 0;
      const name = isPlain ? undefined : nameOf(statement);
      const answer =
        name === undefined
          ? plain(statement, values, callback)
          : plain({ name, text: statement, values }, callback);
      if (answer instanceof Promise) answer.catch((error: unknown) => this.endIfGivenUp(error));
      return answer;
    };
    Object.assign(this, { query });
  }

  private endIfGivenUp(error: unknown): void {
    if (error instanceof Error && error.message === GIVEN_UP) void this.end();
  }
}
