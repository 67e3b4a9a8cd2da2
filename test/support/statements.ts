import { RequestContext } from '../../apps/auth/src/core/context/index.js';
import type { TestApp } from './app.js';
import { SavepointClient } from './savepoint-client.js';

/** Says how many SQL statements the requests of some work send, the beginnings and ends of transactions included. */
export async function countStatements({ app }: TestApp, work: () => Promise<unknown>): Promise<number> {
  const client = SavepointClient.current;
  if (client === null) throw new Error('no connection is open yet');
  const context = app.get(RequestContext);
  const send = client.query.bind(client) as (...statement: unknown[]) => unknown;
  let count = 0;
  const query = (...statement: unknown[]) => {
    // What runs by the clock belongs to no request.
    if (context.requestId !== '') count++;
    return send(...statement);
  };
  Object.assign(client, { query });
  try {
    await work();
  } finally {
    Object.assign(client, { query: send });
  }
  return count;
}
