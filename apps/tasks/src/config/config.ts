import type { LogLevel } from '@nestjs/common';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'] as const;

/** A setting without which nothing works. */
const needed = (what: string) => z.string(`set it to ${what}`).min(1, `set it to ${what}`);

const schema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('log'),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "set it to the address of a PostgreSQL database of this service's own",
  }),
  AUTH_ISSUER: z.url("set it to the auth service's address ending in /auth, as its tokens name it"),
  /** Where it answers, if that differs. */
  AUTH_URL: z.url().optional(),
  /** Its TOKEN_AUDIENCE. */
  AUTH_AUDIENCE: z.string().min(1).default('auth-service'),
  AUTH_CLIENT_ID: needed("the id of this service's account in the auth service"),
  AUTH_CLIENT_SECRET: needed('a secret of that account'),
});

/** The checked settings. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly logLevels: LogLevel[];
  readonly databaseUrl: string;
  readonly auth: {
    readonly issuer: string;
    readonly audience: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly url?: string;
  };
}

/** The settings are not right; the message says which. */
export class ConfigError extends Error {}

/** @throws ConfigError */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { success, data, error } = schema.safeParse(environment);
  if (!success) throw new ConfigError(`The configuration is not right:\n${z.prettifyError(error)}`);
  return {
    host: data.HOST,
    port: data.PORT,
    logLevels: LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(data.LOG_LEVEL) + 1),
    databaseUrl: data.DATABASE_URL,
    auth: {
      issuer: data.AUTH_ISSUER,
      audience: data.AUTH_AUDIENCE,
      clientId: data.AUTH_CLIENT_ID,
      clientSecret: data.AUTH_CLIENT_SECRET,
      ...(data.AUTH_URL !== undefined && { url: data.AUTH_URL }),
    },
  };
}
