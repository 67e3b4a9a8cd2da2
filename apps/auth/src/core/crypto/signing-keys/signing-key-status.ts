/** What an access token is signed with (RFC 7518, RFC 8037). */
export const signingAlgorithms = ['ES256', 'EdDSA', 'RS256'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/**
 * - `next`: published, so that everybody knows it before it signs;
 * - `active`: signs. There is one;
 * - `retired`: signs no more, but its tokens are still good;
 * - `removed`: its tokens are worth nothing.
 */
export const signingKeyStatuses = ['next', 'active', 'retired', 'removed'] as const;
export type SigningKeyStatus = (typeof signingKeyStatuses)[number];

/** For so long may a copy of the published keys be kept. */
export const JWKS_CACHE_SECONDS = 300;
