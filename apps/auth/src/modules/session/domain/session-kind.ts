/** `token`: a client app with refresh tokens. `browser`: the panel, with a cookie. */
export const sessionKinds = ['token', 'browser'] as const;
export type SessionKind = (typeof sessionKinds)[number];
