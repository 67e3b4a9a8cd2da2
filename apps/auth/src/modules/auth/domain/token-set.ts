/** What a client app gets at a login and at each refresh. */
export interface TokenSet {
  readonly accessToken: string;
  readonly tokenType: 'Bearer';
  /** Seconds that the access token lives. */
  readonly expiresIn: number;
  readonly refreshToken: string;
  readonly sessionId: string;
}

/** What a client app gets at a login. */
export interface LoginTokens extends TokenSet {
  /** By which the device is known from now on. */
  readonly deviceToken: string;
}

/** What a browser keeps of a login. */
export interface BrowserLogin {
  /** For the cookie of its session. */
  readonly cookieSecret: string;
  /** By which the browser is known from now on. */
  readonly deviceToken: string;
}
