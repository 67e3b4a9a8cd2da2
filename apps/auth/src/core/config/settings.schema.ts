import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { flag, integer, key256, list, optional, seconds, text, url } from './setting-types.js';

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
  DATA_DIR: text.default('.data').describe('Folder for the embedded database and whatever else lasts.'),
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
    .describe('Least severity that is logged. `PUT /auth/v1/log-level` changes it on one instance.'),
  KEY_ENCRYPTION_KEY: optional(key256).describe(
    '32 random bytes in base64 (`openssl rand -base64 32`) that encrypt the signing keys. Required in production; elsewhere made once and kept in `DATA_DIR`.',
  ),
  KEY_ENCRYPTION_KEY_PREVIOUS: optional(key256).describe(
    'The key before, while it is being replaced: what it encrypted can still be read. See `npm run keys:reencrypt`.',
  ),
  SIGNING_KEY_ALGORITHM: z
    .enum(['ES256', 'EdDSA', 'RS256'])
    .default('ES256')
    .describe('What new signing keys are for: ES256 (P-256), EdDSA (Ed25519) or RS256 (RSA).'),
  SIGNING_KEY_ROTATION_DAYS: integer(0, 3650)
    .default(90)
    .describe('A signing key is replaced after so many days; 0 leaves that to `npm run keys:rotate`.'),
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
  SESSION_RETENTION_DAYS: integer(1, 3650)
    .default(90)
    .describe('A session that has ended or expired, and its story, is kept for so many days.'),
  REFRESH_GRACE_SECONDS: integer(0, 30)
    .default(0)
    .describe(
      'For so many seconds a refresh token that was just exchanged gets the same successor once more, for clients that lost the answer. 0: never.',
    ),
  PANEL_SESSION_SECONDS: seconds(60, 604_800)
    .default(12 * 3600)
    .describe('A login to the panel ends after so many seconds.'),
  IMPERSONATION_SECONDS: seconds(60, 3600)
    .default(1800)
    .describe("Acting in somebody else's name ends after so many seconds."),
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
  PASSWORD_MIN_LENGTH: integer(15, 128)
    .default(15)
    .describe('Characters of a new password that is the only factor; 15 is the least (NIST SP 800-63B-4).'),
  PASSWORD_MIN_LENGTH_BESIDE_FACTOR: integer(8, 15)
    .default(8)
    .describe('Characters of a new password in an account with a second factor.'),
  PASSWORD_BLOCKED_WORDS: list.describe(
    'Words of four letters or more, comma-separated, of which a new password may not consist: names of your company and products.',
  ),
  PASSWORD_BLOCKLIST_FILE: optional(z.string().min(1)).describe(
    'List of breached passwords beside the built-in one, packed by `npm run passwords:pack`; see [Passwords](./passwords.md).',
  ),
  LOGIN_FAILURES_PER_ACCOUNT: integer(1, 1000)
    .default(10)
    .describe(
      'Failed logins for one account from one network, or on one known device, before it has to wait.',
    ),
  LOGIN_FAILURES_PER_NETWORK: integer(1, 100_000)
    .default(100)
    .describe('Failed logins from one network (IPv4 address, IPv6 /64) before it has to wait.'),
  LOGIN_FAILURES_PER_ACCOUNT_OVERALL: integer(1, 100_000)
    .default(100)
    .describe('Failed logins for one account from anywhere before devices unknown to it have to wait.'),
  LOGIN_FAILURES_PER_PASSWORD: integer(1, 100_000)
    .default(100)
    .describe(
      'Failed logins with one password, for whichever accounts, before it has to wait on unknown devices.',
    ),
  LOGIN_FAILURE_WINDOW_SECONDS: seconds(10, 86_400)
    .default(900)
    .describe('Seconds over which failed logins are counted, and the wait after too many.'),
  PROFILE_SCHEMA_FILE: optional(z.string().min(1)).describe(
    'JSON Schema (2020-12) for the supplementary attributes of a user. Default: any up to 50 plain values.',
  ),
  SMTP_URL: optional(url(/^smtps?$/)).describe(
    'Mail server, for example `smtps://user:password@mail.example.com`. Without one mails land as files in `DATA_DIR/mail`.',
  ),
  MAIL_FROM: z
    .string()
    .min(3)
    .max(320)
    .default('Auth Service <no-reply@localhost>')
    .describe('Sender of the mails: an address, or `Name <address>`.'),
  PRODUCT_NAME: z
    .string()
    .min(1)
    .max(100)
    .default('Auth Service')
    .describe('What the mails and pages call the service.'),
  MAIL_TEMPLATES_DIR: optional(z.string().min(1)).describe(
    'Folder with templates of your own, `<language>/<mail>.txt` and `.html`; what is missing there is taken from the built-in ones.',
  ),
  SIGN_UP: z
    .enum(['open', 'closed'])
    .default('open')
    .describe(
      'Whether strangers may make themselves an account; otherwise administrators make and invite users.',
    ),
  SIGN_UP_DOMAINS: list.describe('Domains, comma-separated, of addresses that may sign up. Default: all.'),
  ACCOUNT_REQUESTS_PER_HOUR: integer(1, 100_000)
    .default(60)
    .describe(
      'Sign-ups, and mails asked for, from one network (IPv4 address, IPv6 /64) within an hour, each.',
    ),
  MAILS_PER_ADDRESS_PER_HOUR: integer(1, 1000)
    .default(10)
    .describe('Mails that one address gets within an hour; more are dropped without a word.'),
  MAIL_RETENTION_DAYS: integer(1, 365)
    .default(30)
    .describe(
      'To whom which mail went, or could not go, is kept for so many days. What it said is never kept.',
    ),
  IDENTITY_PROVIDERS_FILE: optional(z.string().min(1)).describe(
    'JSON file with the OpenID Connect providers with which people may log in.',
  ),
  FEDERATION_RETURN_URLS: list.describe(
    'Addresses, comma-separated and compared exactly, to which a login with such a provider may lead back an app.',
  ),
  REMEMBERED_DEVICE_DAYS: integer(0, 365)
    .default(30)
    .describe(
      'Days for which a device may be remembered, so that no second factor is asked for there. 0: never.',
    ),
  STEP_UP_SECONDS: integer(30, 86_400)
    .default(600)
    .describe(
      'How recently somebody must have shown who they are before they change their factors and the like.',
    ),
  EMAIL_LOGIN: z
    .enum(['on', 'off'])
    .default('off')
    .describe(
      'Whether a link or a code by mail logs in. Then whoever reads the mailbox needs no password, so it is a choice.',
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
