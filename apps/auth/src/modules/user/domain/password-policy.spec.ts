import { describe, expect, it } from '@jest/globals';
import { assertAcceptablePassword } from './password-policy.js';

const check = (password: string) => () =>
  assertAcceptablePassword(password, ['ada.lovelace@example.test'], 15);

describe('password policy', () => {
  it.each([
    'correct horse battery',
    'пятнадцать букв да',
    '🐎🔋📎 correct horse',
    'a b c d e f g h',
    'x1'.repeat(7) + 'yzq',
  ])('takes %j as it is', (password) => expect(check(password)).not.toThrow());

  it.each([
    '',
    'fourteen chars',
    '🐎🔋📎🐎🔋📎🐎🔋📎🐎🔋📎🐎🔋',
    'x'.repeat(513),
    'Ada.Lovelace@example.test',
    'ada.lovelace@example.test1',
    'auth-serviceauth-service',
    'aaaaaaaaaaaaaaaaaaaa',
  ])('refuses %j', (password) => expect(check(password)).toThrow(/The password must/));

  it('accepts 256 characters', () => {
    expect(check('a phrase, '.repeat(26))).not.toThrow();
  });
});
