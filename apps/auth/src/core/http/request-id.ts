import type { IncomingHttpHeaders } from 'node:http';
import { randomSecret } from '../crypto/random.js';

/** Printable ASCII that means nothing in HTML: it is echoed, and stands in logs and on error pages. */
const REQUEST_ID = /^[ !#-%(-;=?-~]{1,200}$/;

/** Where AuthZEN wants whatever was given back ("Request Identification"), and no page is answered. */
const MACHINES = '/access/';
const ANY_REQUEST_ID = /^[\x20-\x7e]{1,1000}$/;

/** Tells the requests of this process from those of all others. */
const PROCESS_ID = randomSecret().slice(0, 12);
let requests = 0;

/** The id of a request. One that a proxy gave is kept, so that its log and ours can be read together. */
export function requestIdOf({ url = '', headers }: { url?: string; headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  const accepted = url.startsWith(MACHINES) ? ANY_REQUEST_ID : REQUEST_ID;
  if (typeof given === 'string' && accepted.test(given)) return given;
  return `${PROCESS_ID}-${(++requests).toString(36)}`;
}
