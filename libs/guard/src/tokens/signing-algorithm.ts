/** The algorithms that the service signs with. Never a symmetric one, and never `none` (RFC 8725, section 3.1). */
export const signingAlgorithms = ['ES256', 'EdDSA', 'RS256'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];
