import { describe, expect, it } from '@jest/globals';
import { matchingStep, newTotpSecret, totpSecretText, totpUri } from './totp.js';

/** RFC 6238, appendix B: the last six digits of the codes for this secret. */
const SECRET = new TextEncoder().encode('12345678901234567890');

describe('matchingStep', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('knows the code of second %d', (second, code) => {
    const step = Math.floor(second / 30);
    expect(matchingStep(SECRET, code, second * 1000)).toBe(step);
    expect(matchingStep(SECRET, code, (second + 30) * 1000)).toBe(step);
    expect(matchingStep(SECRET, code, (second - 30) * 1000)).toBe(step);
    expect(matchingStep(SECRET, code, (second + 90) * 1000)).toBeNull();
    expect(matchingStep(SECRET, code, (second - 90) * 1000)).toBeNull();
  });

  it.each(['', '28708', '2870822', ' 287082', '287082\n', 'abcdef', '２８７０８２'])('refuses %j', (code) => {
    expect(matchingStep(SECRET, code, 59_000)).toBeNull();
  });
});

describe('a new secret', () => {
  it('has 160 bits, each time others', () => {
    const [one, other] = [newTotpSecret(), newTotpSecret()];
    expect(one).toHaveLength(20);
    expect(totpSecretText(one)).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpSecretText(one)).not.toBe(totpSecretText(other));
  });

  it('becomes an address that apps read', () => {
    const uri = new URL(totpUri(SECRET, 'Acme: ID', 'ada@example.test'));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('Acme  ID:ada@example.test');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      digits: '6',
      period: '30',
      algorithm: 'SHA1',
    });
  });
});
