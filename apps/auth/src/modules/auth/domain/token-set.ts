/** What a client app gets at a login and at each refresh. */
export interface TokenSet {
  readonly accessToken: string;
  readonly tokenType: 'Bearer';
  /** Seconds that the access token lives. */
  readonly expiresIn: number;
  readonly refreshToken: string;
  readonly sessionId: string;
  /** When the device is to be remembered: no second factor is asked for there. */
  readonly rememberedDevice?: string;
}
