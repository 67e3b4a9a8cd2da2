import { describe, expect, it } from '@jest/globals';
import bcrypt from 'bcrypt';
import fc from 'fast-check';
import { loadConfig } from '../config/index.js';
import { PasswordHasher } from './password-hasher.js';

const argon2id = new PasswordHasher(loadConfig({}));
const bcryptHasher = new PasswordHasher(loadConfig({ PASSWORD_HASH: 'bcrypt' }));

describe('PasswordHasher', () => {
  it('matches a password exactly as typed, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }), async (password) => {
        const hash = await argon2id.hash(password);
        expect(await argon2id.check(password, hash)).toEqual({ matches: true, needsRehash: false });
        for (const other of [`${password} `, `${password}\0`, password.slice(1)]) {
          expect((await argon2id.check(other, hash)).matches).toBe(false);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('ignores no byte of a long password under bcrypt', async () => {
    const long = 'x'.repeat(100);
    const hash = await bcryptHasher.hash(`${long}1`);
    expect((await bcryptHasher.check(`${long}1`, hash)).matches).toBe(true);
    expect((await bcryptHasher.check(`${long}2`, hash)).matches).toBe(false);
    expect((await bcryptHasher.check(long, hash)).matches).toBe(false);
  });

  it('takes a foreign bcrypt hash, but nothing that bcrypt would have cut', async () => {
    const short = await bcrypt.hash('imported passphrase', 4);
    expect(await argon2id.check('imported passphrase', short)).toEqual({ matches: true, needsRehash: true });
    const long = await bcrypt.hash('y'.repeat(80), 4);
    expect((await argon2id.check('y'.repeat(80), long)).matches).toBe(false);
    const beforeNul = await bcrypt.hash('secret words', 4);
    expect((await argon2id.check('secret words\0', beforeNul)).matches).toBe(false);
  });

  it('asks for a new hash when kind or cost has changed', async () => {
    const ofArgon2 = await argon2id.hash('a password to move over');
    expect(await bcryptHasher.check('a password to move over', ofArgon2)).toEqual({
      matches: true,
      needsRehash: true,
    });
  });

  it('never matches where there is no hash', async () => {
    expect(await argon2id.check('anything', null)).toEqual({ matches: false, needsRehash: false });
    expect(await argon2id.check('compared with when there is no account', null)).toEqual({
      matches: false,
      needsRehash: false,
    });
  });
});
