import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyEncryption } from './key-encryption.js';

const encryption = new KeyEncryption(Buffer.alloc(32, 7));

describe('KeyEncryption', () => {
  it('gives back what it sealed, never the same twice', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (plain, context) => {
        const sealed = encryption.encrypt(plain, context);
        expect(encryption.decrypt(sealed, context)).toEqual(Buffer.from(plain));
        expect(encryption.encrypt(plain, context)).not.toEqual(sealed);
      }),
    );
  });

  it('refuses another key, another context and any flipped bit', () => {
    const sealed = encryption.encrypt(Buffer.from('private'), 'kid-1');
    expect(() => encryption.decrypt(sealed, 'kid-2')).toThrow();
    expect(() => new KeyEncryption(Buffer.alloc(32, 8)).decrypt(sealed, 'kid-1')).toThrow();
    for (let index = 0; index < sealed.length; index++) {
      const bent = Buffer.from(sealed);
      bent[index] = (bent[index] ?? 0) ^ 1;
      expect(() => encryption.decrypt(bent, 'kid-1')).toThrow();
    }
    expect(() => new KeyEncryption(Buffer.alloc(16))).toThrow(RangeError);
  });

  it('derives a key of its own for each purpose', () => {
    const derived = ['one', 'other'].map((purpose) => encryption.derive(purpose));
    expect(derived.map(({ length }) => length)).toEqual([32, 32]);
    expect(derived[0]).not.toEqual(derived[1]);
    expect(encryption.derive('one')).toEqual(derived[0]);
    expect(new KeyEncryption(Buffer.alloc(32, 8)).derive('one')).not.toEqual(derived[0]);
  });
});
