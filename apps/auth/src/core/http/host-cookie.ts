import { fastifyCookie } from '@fastify/cookie';

/**
 * A cookie of our own origin. Over https it bears the `__Host-` prefix, so that no other host or path can set it; plain
 * http, as in development, knows neither that prefix nor Secure.
 */
export class HostCookie {
  private readonly name: string;
  private readonly https: boolean;

  /**
   * @param publicUrl - where people reach the service
   * @param name - without the prefix
   * @param maxAge - seconds that the browser keeps it
   * @param sameSite - `lax` where another site leads back to us
   */
  constructor(
    publicUrl: string,
    name: string,
    private readonly maxAge: number,
    private readonly sameSite: 'strict' | 'lax' = 'strict',
  ) {
    this.https = publicUrl.startsWith('https:');
    this.name = this.https ? `__Host-${name}` : name;
  }

  /** The value in a request's Cookie header. */
  read(header: string | undefined): string | undefined {
    return header === undefined ? undefined : fastifyCookie.parse(header)[this.name];
  }

  /** A Set-Cookie header that keeps the value. */
  keep(value: string): string {
    return this.serialize(value, this.maxAge);
  }

  /** A Set-Cookie header that removes it. */
  remove(): string {
    return this.serialize('', 0);
  }

  private serialize(value: string, maxAge: number): string {
    return fastifyCookie.serialize(this.name, value, {
      httpOnly: true,
      sameSite: this.sameSite,
      secure: this.https,
      path: '/',
      maxAge,
    });
  }
}
