import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { issueOpaqueToken, readOpaqueToken, sameHash } from './opaque-token.js';

describe('opaque tokens', () => {
  it('reads what it issued, and stores no part of the secret', () => {
    const id = v7();
    const issued = issueOpaqueToken(id);
    const read = readOpaqueToken(issued.text);
    expect(read?.id).toBe(id);
    expect(read !== null && sameHash(read.hash, issued.hash)).toBe(true);
    expect(Buffer.from(issued.text, 'base64url').includes(issued.hash)).toBe(false);
  });

  it('makes a new secret each time', () => {
    const id = v7();
    expect(issueOpaqueToken(id).text).not.toBe(issueOpaqueToken(id).text);
  });

  it.each(['', 'x', 'a'.repeat(63), 'a'.repeat(65), `${'a'.repeat(63)}=`, `${'a'.repeat(63)}\n`])(
    'refuses %j',
    (text) => {
      expect(readOpaqueToken(text)).toBeNull();
    },
  );

  it('gives another hash for a changed secret', () => {
    const { text, hash } = issueOpaqueToken(v7());
    const changed = text.slice(0, -2) + (text.endsWith('AA') ? 'BB' : 'AA');
    const read = readOpaqueToken(changed);
    expect(read !== null && sameHash(read.hash, hash)).toBe(false);
  });
});
