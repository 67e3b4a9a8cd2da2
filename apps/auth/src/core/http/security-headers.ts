/** For answers that are no pages: nothing may run, nothing may be framed. Pages send a policy of their own. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The security headers of every answer (OWASP HTTP Headers Cheat Sheet). Nothing is kept by browsers and proxies (ASVS
 * 14.3.2) but what says so itself.
 *
 * @param https - adds Strict-Transport-Security
 */
export function securityHeaders(https: boolean): [name: string, value: string][] {
  const headers: [string, string][] = [
    ['cache-control', 'no-store'],
    ['content-security-policy', API_POLICY],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
  ];
  if (https) headers.push(['strict-transport-security', 'max-age=31536000; includeSubDomains']);
  return headers;
}
