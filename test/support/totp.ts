import { Secret, TOTP } from 'otpauth';

/** An app that shows codes, as people have it on their phones. */
export class CodeApp {
  private readonly totp: TOTP;

  /** @param secret - in Base32 */
  constructor(secret: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(secret) });
  }

  /** @param steps - of thirty seconds, from now */
  code(steps = 0): string {
    return this.totp.generate({ timestamp: Date.now() + steps * 30_000 });
  }
}
