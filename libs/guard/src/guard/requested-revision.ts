/**
 * The revision of a change that the caller has made and wants to see the effect of: `X-Authz-Min-Revision`.
 *
 * @returns 0 when nothing is asked for; null for what is no revision
 */
export function requestedRevision(header: string | undefined): number | null {
  if (header === undefined) return 0;
  return /^\d{1,15}$/.test(header) ? Number(header) : null;
}
