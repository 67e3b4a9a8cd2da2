import { ACCOUNT_PATH } from './account-path.js';

/** Letters of a path and query of our own; no `\`, no control characters, no `//` at the head. */
const OWN_PATH = /^\/auth\/[\w\-./~%?=&]*$/;

/**
 * Where to go after a login: a page of our own, whatever was asked for (ASVS 5.0, 1.5.3; CWE-601).
 *
 * @returns the wanted path, or that of the account
 */
export function returnPath(wanted: string | undefined): string {
  if (wanted === undefined || !OWN_PATH.test(wanted)) return ACCOUNT_PATH;
  const { pathname, search, host } = new URL(wanted, 'http://own');
  return host === 'own' && pathname.startsWith('/auth/') ? `${pathname}${search}` : ACCOUNT_PATH;
}
