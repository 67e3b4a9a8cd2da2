import { describe, expect, it } from '@jest/globals';
import { AuthError, retryAfterSeconds } from './auth-error.js';

const problem = {
  type: '/auth/mkdocs/errors.html#second_factor_required',
  title: 'A second factor is needed',
  status: 401,
  code: 'second_factor_required',
  requestId: 'r-1',
  challenge: 'c-1',
  methods: ['totp'],
};

describe('AuthError', () => {
  it('has what the service said, further members included', async () => {
    const headers = { 'retry-after': '7', 'www-authenticate': 'Bearer max_age="60"' };
    const error = await AuthError.from(Response.json(problem, { status: 401, headers }));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'AuthError',
      message: 'A second factor is needed',
      code: 'second_factor_required',
      status: 401,
      fields: [],
      requestId: 'r-1',
      retryAfter: 7,
      challenge: 'Bearer max_age="60"',
      problem: { challenge: 'c-1', methods: ['totp'] },
    });
  });

  it('names the wrong fields, and prefers the sentence about this very case', async () => {
    const errors = [{ field: 'email', message: 'email must be an email' }];
    const error = await AuthError.from(
      Response.json({ ...problem, errors, detail: 'Look.' }, { status: 400 }),
    );
    expect(error).toMatchObject({ fields: errors, message: 'Look.' });
  });

  it.each(['<html>Bad gateway</html>', 'null', '"text"', ''])(
    'takes %p for no answer of the service',
    async (body) => {
      const answer = new Response(body, { status: 502, headers: { 'x-request-id': 'r-2' } });
      expect(await AuthError.from(answer)).toMatchObject({
        code: 'unexpected_answer',
        status: 502,
        requestId: 'r-2',
      });
    },
  );
});

describe('retryAfterSeconds', () => {
  it.each([
    ['5', 5],
    [' 0 ', 0],
    ['Thu, 01 Jan 1970 00:01:00 GMT', 30],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('reads %p as %p', (value, seconds) => {
    expect(retryAfterSeconds(new Headers({ 'retry-after': value }), 30_000)).toBe(seconds);
  });
});
