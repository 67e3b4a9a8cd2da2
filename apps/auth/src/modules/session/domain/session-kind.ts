/** `token`: a client app with refresh tokens. `browser`: the panel, with a cookie. */
export type SessionKind = 'token' | 'browser';
