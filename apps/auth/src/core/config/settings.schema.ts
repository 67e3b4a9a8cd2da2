import { availableParallelism } from 'node:os';
import { z } from 'zod';

/** Secrets that stand in examples. They are public, so production refuses them. */
const SAMPLE_SECRETS = [
  'change-me',
  'changeme',
  'postgres',
  'password',
  'secret',
  'sample',
  'example',
  'admin',
];

const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), type.optional());
const list = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((item) => item.trim() || []));
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const integer = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const seconds = (min: number, max: number) => integer(min, max);
const url = (protocol: RegExp) => z.url({ protocol, message: `must be a URL (${protocol.source})` });

/** Every setting of the service: its type, default and one line of documentation. `docs/config.md` comes from it. */
export const settingsSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe(
      '`production` refuses sample and missing secrets, listens on all addresses and closes the documents.',
    ),
  HOST: optional(z.string().min(1)).describe(
    'Address to listen on. Default: `127.0.0.1`, in production `0.0.0.0`.',
  ),
  PORT: integer(0, 65_535).default(3000).describe('Port to listen on. 0 takes a free one.'),
  PUBLIC_URL: optional(url(/^https?$/)).describe(
    'Origin under which people reach the service; links and the token issuer are built from it alone. Default: `http://localhost:PORT`.',
  ),
  TRUSTED_PROXIES: list.describe(
    'Addresses or networks, comma-separated, whose `X-Forwarded-For` is believed, for example `10.0.0.0/8`.',
  ),
  CORS_ORIGINS: list.describe('Origins, comma-separated, whose browser pages may call the API.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('Folder for the embedded database and whatever else lasts.'),
  DATABASE_URL: optional(url(/^postgres(ql)?$/)).describe(
    'PostgreSQL 15 or newer. Without it an embedded PostgreSQL runs in `DATA_DIR`.',
  ),
  DATABASE_POOL_SIZE: integer(1, 200)
    .default(10)
    .describe('Database connections per instance, one more listens.'),
  DATABASE_TIMEOUT_MS: integer(100, 60_000)
    .default(1800)
    .describe('Milliseconds after which a database answer is given up and the caller gets 503.'),
  MIGRATE_ON_START: flag
    .default(true)
    .describe('Run the migrations at start; of several instances one does, the others wait.'),
  REDIS_URL: optional(url(/^rediss?$/)).describe(
    'Redis or Valkey, to tell other instances of changes. Without it PostgreSQL LISTEN/NOTIFY does.',
  ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severity that is logged. `PUT /auth/v1/log-level` changes it at run time.'),
  KEY_ENCRYPTION_KEY: optional(
    z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64'),
  ).describe(
    '32 random bytes in base64 (`openssl rand -base64 32`) that encrypt the signing keys. Required in production; elsewhere made once and kept in `DATA_DIR`.',
  ),
  TOKEN_AUDIENCE: z.string().min(1).max(200).default('auth-service').describe('`aud` of access tokens.'),
  CLIENT_ID: z
    .string()
    .min(1)
    .max(200)
    .default('first-party')
    .describe('`client_id` of access tokens (RFC 9068).'),
  ACCESS_TOKEN_SECONDS: seconds(10, 3600).default(300).describe('Life of an access token in seconds.'),
  SESSION_IDLE_SECONDS: seconds(60, 31_536_000)
    .default(14 * 86_400)
    .describe('A session ends when it was not refreshed for so many seconds.'),
  SESSION_ABSOLUTE_SECONDS: seconds(60, 31_536_000)
    .default(90 * 86_400)
    .describe('A session ends so many seconds after the login, used or not.'),
  PANEL_SESSION_SECONDS: seconds(60, 604_800)
    .default(12 * 3600)
    .describe('A login to the panel ends after so many seconds.'),
  PASSWORD_HASH: z
    .enum(['argon2id', 'bcrypt'])
    .default('argon2id')
    .describe('How new passwords are hashed; older hashes are renewed at the next login.'),
  PASSWORD_HASH_CONCURRENCY: integer(1, 64)
    .default(Math.min(availableParallelism(), 64))
    .describe('Password hashes computed at once. Default: the number of cores.')
    .meta({ documentedDefault: 'cores' }),
  PASSWORD_HASH_QUEUE: integer(1, 10_000)
    .default(400)
    .describe('Password hashes that may wait; more are refused with 503.'),
  LOGIN_FAILURES_PER_ACCOUNT: integer(1, 1000)
    .default(10)
    .describe('Failed logins for one account from one network before it has to wait.'),
  LOGIN_FAILURES_PER_NETWORK: integer(1, 100_000)
    .default(100)
    .describe('Failed logins from one network (IPv4 address, IPv6 /64) before it has to wait.'),
  LOGIN_FAILURE_WINDOW_SECONDS: seconds(10, 86_400)
    .default(900)
    .describe('Seconds over which failed logins are counted, and the wait after too many.'),
  PROFILE_SCHEMA_FILE: optional(z.string().min(1)).describe(
    'JSON Schema (2020-12) for the supplementary attributes of a user. Default: any up to 50 plain values.',
  ),
  BOOTSTRAP_ADMIN_EMAIL: optional(z.email().max(254)).describe(
    'First superuser, made at start while there is none. Needs the password too.',
  ),
  BOOTSTRAP_ADMIN_PASSWORD: optional(z.string().min(15).max(256)).describe(
    'Password of the first superuser; at least 15 characters.',
  ),
  DOCS_PUBLIC: optional(flag).describe(
    'Whether strangers may read the documents. Default: `true`, in production `false`.',
  ),
});

/** The raw settings by their environment names, after validation. */
export type Settings = z.output<typeof settingsSchema>;

/**
 * What production refuses although the types are right.
 *
 * @returns a sentence per fault, each naming the setting; empty when all is well
 */
export function productionFaults(settings: Settings): string[] {
  if (settings.NODE_ENV !== 'production') return [];
  const faults: string[] = [];
  const key = settings.KEY_ENCRYPTION_KEY;
  if (key === undefined) faults.push('KEY_ENCRYPTION_KEY: required in production (openssl rand -base64 32)');
  else if (new Set(Buffer.from(key, 'base64')).size < 12) {
    faults.push('KEY_ENCRYPTION_KEY: is a sample, make your own (openssl rand -base64 32)');
  }
  const secrets = {
    DATABASE_URL: passwordOf(settings.DATABASE_URL),
    REDIS_URL: passwordOf(settings.REDIS_URL),
    BOOTSTRAP_ADMIN_PASSWORD: settings.BOOTSTRAP_ADMIN_PASSWORD,
  };
  for (const [name, secret] of Object.entries(secrets)) {
    if (secret !== undefined && isSample(secret))
      faults.push(`${name}: its password is a sample, choose your own`);
  }
  return faults;
}

function isSample(secret: string): boolean {
  const plain = secret.toLowerCase();
  return plain.length < 8 || SAMPLE_SECRETS.some((sample) => plain === sample || plain.includes('change-me'));
}

function passwordOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const { password } = new URL(text);
  return password === '' ? undefined : decodeURIComponent(password);
}
