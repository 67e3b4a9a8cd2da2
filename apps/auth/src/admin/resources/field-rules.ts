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
  email: check(254, (text) => isEmail(text.trim()), 'This is no e-mail address.'),
  locale: check(35, (text) => text === '' || isLocale(text), 'This is no language tag, such as en or de-CH.'),
  part: check(64, (text) => PART.test(text), 'Lower-case letters, digits and _, beginning with a letter.'),
} as const satisfies Record<string, FieldRule>;
