import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertWellFormed } from './well-formed.js';

describe('assertWellFormed', () => {
  it('takes any JSON with whole characters', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        fc.pre(!/\\u(?:0000|d[89a-f])/i.test(JSON.stringify(value)));
        expect(() => assertWellFormed(value)).not.toThrow();
      }),
    );
  });

  it.each([
    [{ a: { b: ['x', 'y\0'] } }, 'a.b.1'],
    [{ 'a\0': 1 }, 'a\0'],
    [{ name: '\ud800' }, 'name'],
    [{ name: '\udc00\ud800' }, 'name'],
    [{ password: '\ud800' }, 'password'],
    ['\0', 'body'],
  ])('refuses %j and names the field', (value, field) => {
    expect(() => assertWellFormed(value)).toThrow(
      expect.objectContaining({ code: 'invalid_request', errors: [expect.objectContaining({ field })] }),
    );
  });

  it('lets a password hold what was typed', () => {
    expect(() => assertWellFormed({ password: 'a\0b' })).not.toThrow();
  });

  it('refuses what is nested too deeply, however deeply', () => {
    const nested = JSON.parse(`${'['.repeat(30_000)}${']'.repeat(30_000)}`) as unknown;
    expect(() => assertWellFormed({ nested })).toThrow(/nested too deeply/);
  });
});
