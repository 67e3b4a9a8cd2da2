import { isEmail, isLocale } from 'class-validator';
import type { FieldRule } from '../adminjs/panel-resource.types.js';

const PART = /^[a-z][a-z0-9_]{0,63}$/;

const check = (maxLength: number, isGood: (text: string) => boolean, message: string): FieldRule => ({
  maxLength,
  fault: (text) => (isGood(text) ? undefined : message),
});

/** The same limits as the API has. */
export const rules = {
  name: { maxLength: 100 },
  displayName: { maxLength: 200 },
  description: { maxLength: 1000 },
  password: { maxLength: 2000 },
  email: check(254, (text) => isEmail(text.trim()), 'faults.email'),
  locale: check(35, (text) => text === '' || isLocale(text), 'faults.locale'),
  part: check(64, (text) => PART.test(text), 'faults.part'),
} as const satisfies Record<string, FieldRule>;
