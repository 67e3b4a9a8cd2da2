import { describe, expect, it } from '@jest/globals';
import { changeReasonOf, MAX_REASON_LENGTH } from './change-reason.js';

const read = (sent: string) => changeReasonOf({ 'x-change-reason': sent });
const refusal = { code: 'invalid_request', errors: [expect.objectContaining({ field: 'X-Change-Reason' })] };

describe('the reason of a change', () => {
  it('is text, encoded where it is not plain', () => {
    expect(read('Ticket 42')).toBe('Ticket 42');
    expect(read(encodeURIComponent(' Она ушла, 100 % '))).toBe('Она ушла, 100 %');
    expect(read('one%0Atwo')).toBe('one two');
    expect(read('a'.repeat(MAX_REASON_LENGTH))).toHaveLength(MAX_REASON_LENGTH);
  });

  it('is nothing when none is given', () => {
    expect(changeReasonOf({})).toBeUndefined();
    expect(read('')).toBeUndefined();
    expect(read('%20')).toBeUndefined();
  });

  it.each(['100 %', '%FF', '%C3', '\u00e9', 'a%00b', 'a%1Bb', 'a'.repeat(MAX_REASON_LENGTH + 1)])(
    'refuses %j',
    (sent) => {
      expect(() => read(sent)).toThrow(expect.objectContaining(refusal));
    },
  );
});
