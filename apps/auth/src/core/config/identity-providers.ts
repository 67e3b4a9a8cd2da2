import { readFileSync } from 'node:fs';
import { z } from 'zod';

const GOOGLE = 'https://accounts.google.com';

const providerSchema = z
  .strictObject({
    preset: z.literal('google').optional(),
    issuer: z.url().optional(),
    label: z.string().min(1).max(50).optional(),
    clientId: z.string().min(1),
    /** Name of the environment variable that holds the secret, so that this file holds none. */
    clientSecretEnv: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    scope: z
      .string()
      .regex(/(^| )openid( |$)/, 'must contain openid')
      .default('openid email profile'),
    createUsers: z.boolean().default(false),
    domains: z.array(z.string().min(1).toLowerCase()).default([]),
    roles: z.array(z.string().min(1)).default([]),
  })
  .refine(({ preset, issuer }) => (preset === undefined) !== (issuer === undefined), {
    path: ['issuer'],
    message: 'needs either an issuer or "preset": "google"',
  });
const fileSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,30}$/), providerSchema);

/** An OpenID Connect provider with which people may log in. */
export interface IdentityProvider {
  /** In addresses. */
  readonly name: string;
  /** What people read on the button. */
  readonly label: string;
  readonly isGoogle: boolean;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Whether somebody without an account gets one. */
  readonly createUsers: boolean;
  /** Of addresses that may come in; empty: all. */
  readonly domains: readonly string[];
  /** Names of the roles that a new account gets beside that of everybody. */
  readonly roles: readonly string[];
}

/**
 * Reads the identity providers.
 *
 * @param file - path of the JSON file; undefined for no providers
 * @param environment - where the secrets are
 * @throws Error naming what is wrong, and never a secret
 */
export function readIdentityProviders(
  file: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  isProduction: boolean,
): readonly IdentityProvider[] {
  if (file === undefined) return [];
  const parsed = fileSchema.safeParse(readJson(file));
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    );
  }
  return Object.entries(parsed.data).map(([name, provider]) => {
    const {
      preset,
      clientSecretEnv,
      label = preset === 'google' ? 'Google' : name,
      issuer = GOOGLE,
      ...rest
    } = provider;
    const clientSecret = environment[clientSecretEnv];
    if (clientSecret === undefined || clientSecret === '')
      throw new Error(`${name}.clientSecretEnv: ${clientSecretEnv} is not set`);
    assertSafe(name, issuer, isProduction);
    return { ...rest, name, label, issuer, clientSecret, isGoogle: preset === 'google' };
  });
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`${file} is no readable JSON file`);
  }
}

function assertSafe(name: string, issuer: string, isProduction: boolean): void {
  const { protocol, hostname } = new URL(issuer);
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol === 'https:' || (protocol === 'http:' && isLoopback && !isProduction)) return;
  throw new Error(`${name}.issuer: must be https`);
}
