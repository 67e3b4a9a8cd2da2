import { z } from 'zod';
import type { CamelCase } from './camel-case.js';
import type { AppConfig } from './config.js';
import { settingsSchema } from './settings.schema.js';

/** The settings that can be changed while the service runs, and what they are about. */
export const runTimeSettings = {
  LOG_LEVEL: 'logging',
  PASSWORD_MIN_LENGTH: 'passwords',
  PASSWORD_MIN_LENGTH_BESIDE_FACTOR: 'passwords',
  PASSWORD_BLOCKED_WORDS: 'passwords',
  LOGIN_FAILURES_PER_ACCOUNT: 'throttles',
  LOGIN_FAILURES_PER_NETWORK: 'throttles',
  LOGIN_FAILURES_PER_ACCOUNT_OVERALL: 'throttles',
  LOGIN_FAILURES_PER_PASSWORD: 'throttles',
  LOGIN_FAILURE_WINDOW_SECONDS: 'throttles',
  SIGN_UP: 'accounts',
  SIGN_UP_DOMAINS: 'accounts',
  ACCOUNT_REQUESTS_PER_HOUR: 'throttles',
  MAILS_PER_ADDRESS_PER_HOUR: 'throttles',
  MAIL_RETENTION_DAYS: 'mails',
} as const;

export type RunTimeSettingName = keyof typeof runTimeSettings;

/** The names of {@link runTimeSettings}, in their order. */
export const runTimeSettingNames = Object.keys(runTimeSettings) as RunTimeSettingName[];

/** Their values, named as in the configuration. */
export type RunTimeValues = Pick<AppConfig, CamelCase<RunTimeSettingName>>;

/** What a setting has to be: one of some words, a whole number, or words with commas between them. */
export type SettingShape =
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  | { readonly type: 'list' };

/**
 * Reads a setting as it would be read from the environment.
 *
 * @param text - undefined: the default
 * @returns the value, or what is wrong with the text
 */
export function readSetting(
  name: RunTimeSettingName,
  text: string | undefined,
): { readonly value: unknown } | { readonly fault: string } {
  if (text === '' && settingShape(name).type !== 'list') return { fault: 'must not be empty' };
  const { success, data, error } = settingsSchema.shape[name].safeParse(text);
  return success ? { value: data } : { fault: error.issues.map(({ message }) => message).join('; ') };
}

/** A value as it is written in the environment. */
export const settingText = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value);

/** What a setting has to be, from the schema that checks it. */
export function settingShape(name: RunTimeSettingName): SettingShape {
  const schema = settingsSchema.shape[name];
  if (!(schema instanceof z.ZodDefault)) return { type: 'list' };
  const inner = schema.unwrap();
  if (inner instanceof z.ZodEnum) return { type: 'choice', options: inner.options };
  return { type: 'number', min: inner.minValue ?? 0, max: inner.maxValue ?? Number.MAX_SAFE_INTEGER };
}

/** What a setting means, in a sentence. */
export const settingDescription = (name: RunTimeSettingName): string =>
  settingsSchema.shape[name].description ?? '';
