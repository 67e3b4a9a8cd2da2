import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { deriveOpaqueToken, issueOpaqueToken, readOpaqueToken, sameHash } from './opaque-token.js';

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

  it('has its prefix, and is nothing without', () => {
    const id = v7();
    const { text } = issueOpaqueToken(id, 'ask_');
    expect(text).toMatch(/^ask_[\w-]{64}$/);
    expect(readOpaqueToken(text, 'ask_')?.id).toBe(id);
    for (const [other, prefix] of [
      [text, ''],
      [text, 'acs_'],
      [text.slice(4), 'ask_'],
      ['ask', 'ask_'],
    ] as const)
      expect(readOpaqueToken(other, prefix)).toBeNull();
  });

  it('gives another hash for a changed secret', () => {
    const { text, hash } = issueOpaqueToken(v7());
    const changed = text.slice(0, -2) + (text.endsWith('AA') ? 'BB' : 'AA');
    const read = readOpaqueToken(changed);
    expect(read !== null && sameHash(read.hash, hash)).toBe(false);
  });

  it('follows from another one: the same each time, another for each key, id and token', () => {
    const [one, other] = [v7(), v7()];
    const [before, stranger] = [issueOpaqueToken(v7()).text, issueOpaqueToken(v7()).text];
    const [key, otherKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const { text, hash } = deriveOpaqueToken(one, before, key);
    expect(deriveOpaqueToken(one, before, key).text).toBe(text);
    expect(readOpaqueToken(text)).toEqual({ id: one, hash });
    const others = [
      deriveOpaqueToken(other, before, key),
      deriveOpaqueToken(one, stranger, key),
      deriveOpaqueToken(one, before, otherKey),
    ];
    expect(new Set([hash, ...others.map((token) => token.hash)].map((one) => one.toString('hex'))).size).toBe(
      4,
    );
  });
});
