import type { IncomingHttpHeaders } from 'node:http';
import { randomSecret } from '../crypto/random.js';

/** Printable ASCII that means nothing in HTML: it is echoed, and stands in logs and on error pages. */
const REQUEST_ID = /^[ !#-%(-;=?-~]{1,200}$/;

/** Tells the requests of this process from those of all others. */
const PROCESS_ID = randomSecret().slice(0, 12);
let requests = 0;

/** The id of a request. One that a proxy gave is kept, so that its log and ours can be read together. */
export function requestIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && REQUEST_ID.test(given)) return given;
  return `${PROCESS_ID}-${(++requests).toString(36)}`;
}
