import { Inject } from '@nestjs/common';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type CamelCase, camelCase } from './camel-case.js';
import { type IdentityProvider, readIdentityProviders } from './identity-providers.js';
import { productionFaults } from './production-faults.js';
import { settingsSchema, type Settings } from './settings.schema.js';

type Plain = { readonly [Name in keyof Settings as CamelCase<Name>]: Settings[Name] };

/** The validated configuration: each setting of {@link settingsSchema} in camel case, and what follows from them. */
export interface AppConfig extends Plain {
  readonly host: string;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
  /** `iss` of access tokens. */
  readonly issuer: string;
  /** Absolute path. */
  readonly dataDir: string;
  readonly docsPublic: boolean;
  readonly isProduction: boolean;
  readonly identityProviders: readonly IdentityProvider[];
}

/** Token under which the configuration is provided. */
export const CONFIG = Symbol('AppConfig');

/** Injects the {@link AppConfig}. */
export const InjectConfig = () => Inject(CONFIG);

/** A wrong or missing setting. The message names each. */
export class ConfigError extends Error {}

/**
 * Reads and checks the configuration.
 *
 * @param environment - names and values; the process' own by default
 * @throws ConfigError naming every wrong or missing setting
 */
export function loadConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): AppConfig {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) throw new ConfigError(describeFaults(parsed.error));
  const settings = parsed.data;
  const faults = [...productionFaults(settings), ...crossFaults(settings)];
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  const isProduction = settings.NODE_ENV === 'production';
  const publicUrl = new URL(settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).origin;
  return {
    ...camelCased(settings),
    host: settings.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    publicUrl,
    issuer: `${publicUrl}/auth`,
    dataDir: resolve(settings.DATA_DIR),
    docsPublic: settings.DOCS_PUBLIC ?? !isProduction,
    isProduction,
    identityProviders: providers(settings.IDENTITY_PROVIDERS_FILE, environment, isProduction),
  };
}

function providers(...args: Parameters<typeof readIdentityProviders>): readonly IdentityProvider[] {
  try {
    return readIdentityProviders(...args);
  } catch (error) {
    throw new ConfigError(`IDENTITY_PROVIDERS_FILE: ${(error as Error).message}`);
  }
}

function crossFaults(settings: Settings): string[] {
  const { BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_ADMIN_PASSWORD: password } = settings;
  if (email !== undefined && password === undefined)
    return ['BOOTSTRAP_ADMIN_PASSWORD: missing beside BOOTSTRAP_ADMIN_EMAIL'];
  if (email === undefined && password !== undefined)
    return ['BOOTSTRAP_ADMIN_EMAIL: missing beside BOOTSTRAP_ADMIN_PASSWORD'];
  const { KEY_ENCRYPTION_KEY: key, KEY_ENCRYPTION_KEY_PREVIOUS: previous } = settings;
  if (previous !== undefined && key === undefined)
    return ['KEY_ENCRYPTION_KEY: missing beside KEY_ENCRYPTION_KEY_PREVIOUS'];
  return [];
}

function describeFaults(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
}

function camelCased(settings: Settings): Plain {
  const entries = Object.entries(settings).map(([name, value]) => [camelCase(name), value]);
  return Object.fromEntries(entries) as Plain;
}
