import { fastifyCookie } from '@fastify/cookie';

/**
 * The panel's cookie. Over https it bears the `__Host-` prefix, so that no other host or path can set it; plain http,
 * as in development, knows neither that prefix nor Secure.
 */
export class PanelCookie {
  private readonly name: string;

  constructor(
    private readonly https: boolean,
    private readonly maxAge: number,
  ) {
    this.name = https ? '__Host-auth-panel' : 'auth-panel';
  }

  /** The secret in a request's Cookie header. */
  read(header: string | undefined): string | undefined {
    return header === undefined ? undefined : fastifyCookie.parse(header)[this.name];
  }

  /** A Set-Cookie header that keeps the secret. */
  keep(secret: string): string {
    return this.serialize(secret, this.maxAge);
  }

  /** A Set-Cookie header that removes it. */
  remove(): string {
    return this.serialize('', 0);
  }

  private serialize(value: string, maxAge: number): string {
    return fastifyCookie.serialize(this.name, value, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.https,
      path: '/',
      maxAge,
    });
  }
}
