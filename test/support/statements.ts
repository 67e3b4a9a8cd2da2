import { RequestContext } from '../../apps/auth/src/core/context/index.js';
import type { TestApp } from './app.js';

/** Says how many SQL statements the requests of some work send, the beginnings and ends of transactions included. */
export async function countStatements(
  { app, dataSource }: TestApp,
  work: () => Promise<unknown>,
): Promise<number> {
  const { logger } = dataSource;
  const context = app.get(RequestContext);
  let count = 0;
  const logQuery = () => {
    // What runs by the clock belongs to no request.
    if (context.requestId !== '') count++;
  };
  dataSource.logger = Object.assign(Object.create(logger) as typeof logger, { logQuery });
  try {
    await work();
  } finally {
    dataSource.logger = logger;
  }
  return count;
}
