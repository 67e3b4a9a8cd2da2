import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBasicCredentials } from './basic-credentials.js';

const header = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const formEncoded = (text: string) => new URLSearchParams({ x: text }).toString().slice(2);

describe('HTTP Basic authentication of clients', () => {
  it('reads back what was form-encoded', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (clientId, clientSecret) => {
        const sent = header(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`);
        expect(readBasicCredentials(sent)).toEqual({ clientId, clientSecret });
      }),
    );
  });

  it.each([
    undefined,
    '',
    'Basic',
    'Basic ',
    'Basic !!!',
    'Bearer abc',
    header('no colon'),
    header(':secret'),
    header('a:%'),
    header('a:%FF'),
  ])('refuses %j', (text) => {
    expect(readBasicCredentials(text)).toBeNull();
  });
});
