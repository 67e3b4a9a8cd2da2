import { Secret, TOTP } from 'otpauth';

/** RFC 6238 with what every app understands: SHA-1, six digits, thirty seconds. */
const SETTINGS = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** Steps before and after the present one: clocks differ, and people type slowly (RFC 6238, section 5.2). */
const WINDOW = 1;

/** 160 random bits (RFC 4226, section 4). */
export const newTotpSecret = (): Uint8Array => new Secret({ size: SECRET_BYTES }).bytes;

/**
 * What an app reads from the picture.
 *
 * @param issuer - of the account, as the app shows it
 * @param label - the account's e-mail address
 */
export function totpUri(secret: Uint8Array, issuer: string, label: string): string {
  return new TOTP({
    ...SETTINGS,
    issuer: issuer.replaceAll(':', ' '),
    label,
    secret: asSecret(secret),
  }).toString();
}

/** The secret in Base32, to be typed where there is no camera. */
export const totpSecretText = (secret: Uint8Array): string => asSecret(secret).base32;

/**
 * The time step whose code was given.
 *
 * @param now - milliseconds since 1970
 * @returns null for a code of none of the steps around now
 */
export function matchingStep(secret: Uint8Array, code: string, now = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const totp = new TOTP({ ...SETTINGS, secret: asSecret(secret) });
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1000 / SETTINGS.period) + delta;
}

const asSecret = (secret: Uint8Array): Secret => new Secret({ buffer: Uint8Array.from(secret).buffer });
