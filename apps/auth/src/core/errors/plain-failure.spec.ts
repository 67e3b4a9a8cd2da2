import { describe, expect, it } from '@jest/globals';
import { plainFailure } from './plain-failure.js';

const failure = (message: string, rest: object = {}) => plainFailure(Object.assign(new Error(message), rest));

describe('a failure in plain words', () => {
  it.each([
    ['unreachable', failure('connect ECONNREFUSED 127.0.0.1:25', { code: 'ESOCKET' })],
    ['unreachable', failure('getaddrinfo', { code: 'ENOTFOUND' })],
    ['timeout', failure('Query read timeout')],
    ['timeout', failure('Connection timeout', { code: 'ETIMEDOUT' })],
    ['credentials', failure('Invalid login: 535', { code: 'EAUTH', responseCode: 535 })],
    ['refused', failure('no such user', { code: 'EENVELOPE', responseCode: 550 })],
    ['refused_for_now', failure('not now', { responseCode: 451 })],
    ['database', failure('deadlock detected', { code: '40P01' })],
    ['unexpected', failure('cannot read properties of undefined')],
    ['unexpected', plainFailure('a text')],
    ['unexpected', plainFailure(undefined)],
  ])('is %s', (code, told) => expect(told.code).toBe(code));

  it('keeps neither links nor tokens that a mail server repeats', () => {
    const { detail } = failure(
      '554 rejected: https://auth.example.test/auth/account/reset-password?token=abc looks bad (v1.Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6)',
      { responseCode: 554 },
    );
    expect(detail).toBe('554 rejected: … looks bad (v1.…)');
  });

  it('keeps the first 500 characters', () => {
    expect(failure('no '.repeat(1000)).detail).toHaveLength(500);
  });
});
