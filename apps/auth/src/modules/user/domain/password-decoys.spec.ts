import { describe, expect, it } from '@jest/globals';
import { EncryptionAtRest } from '../../../core/crypto/index.js';
import { loadConfig } from '../../../core/config/index.js';
import { PasswordDecoys } from './password-decoys.js';
import type { PasswordKind, UserRepository } from './user.repository.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const decoysOf = (kinds: PasswordKind[], key = KEY) => {
  let reads = 0;
  const users = { countPasswordKinds: () => Promise.resolve((reads++, kinds)) };
  const encryption = new EncryptionAtRest(loadConfig({ KEY_ENCRYPTION_KEY: key }));
  return { decoys: new PasswordDecoys(users as unknown as UserRepository, encryption), reads: () => reads };
};
const addresses = Array.from({ length: 2000 }, (_, index) => `nobody-${index}@example.test`);
const kinds = [
  { example: '$2b$12$imported', count: 750 },
  { example: '$argon2id$ours', count: 250 },
];
const chosen = (decoys: PasswordDecoys) => Promise.all(addresses.map((address) => decoys.hashFor(address)));

describe('PasswordDecoys', () => {
  it('are as frequent as the kinds of hashes, and stay for an address', async () => {
    const { decoys, reads } = decoysOf(kinds);
    const first = await chosen(decoys);
    const imported = first.filter((hash) => hash === '$2b$12$imported').length / addresses.length;
    expect(imported).toBeGreaterThan(0.7);
    expect(imported).toBeLessThan(0.8);
    expect(await chosen(decoys)).toEqual(first);
    expect(await chosen(decoysOf(kinds).decoys)).toEqual(first);
    expect(reads()).toBe(1);
  });

  it('cannot be told without the key', async () => {
    const other = decoysOf(kinds, Buffer.alloc(32, 8).toString('base64'));
    expect(await chosen(other.decoys)).not.toEqual(await chosen(decoysOf(kinds).decoys));
  });

  it('are none where there is no password', async () => {
    expect(await decoysOf([]).decoys.hashFor('nobody@example.test')).toBeNull();
  });
});
