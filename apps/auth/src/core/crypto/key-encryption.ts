import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts private keys at rest with AES-256-GCM (NIST SP 800-38D), and derives keys for other purposes. */
export class KeyEncryption {
  /** Tells one key from another without revealing it: the first 8 bytes of its SHA-256, in hexadecimal. */
  readonly keyId: string;
  /** Purposes and contexts are few and come from code. */
  private readonly derived = new Map<string, Buffer>();

  /** @param key - 32 bytes */
  constructor(private readonly key: Uint8Array) {
    if (key.length !== 32) throw new RangeError('a key encryption key has 32 bytes');
    this.keyId = createHash('sha256').update(key).digest('hex').slice(0, 16);
  }

  /**
   * @param context - what the data is, for example a key's id; decrypting needs the same
   * @returns nonce, ciphertext and tag
   */
  encrypt(plain: Uint8Array, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce).setAAD(Buffer.from(context));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /**
   * A key for something other than encryption, which tells nothing of this one (HKDF, RFC 5869).
   *
   * @param purpose - each has a key of its own
   * @returns 32 bytes
   */
  derive(purpose: string): Buffer {
    return this.remember(purpose, () => Buffer.from(hkdfSync('sha256', this.key, '', purpose, 32)));
  }

  /** @throws Error when the key or the context is another, or the data is corrupt */
  decrypt(sealed: Uint8Array, context: string): Buffer {
    const data = Buffer.from(sealed);
    const tag = data.subarray(-TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, this.key, data.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
    return Buffer.concat([decipher.update(data.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  }

  /** A number from 0 up to 1 that is always the same for a text, and that nobody without the key can tell. */
  fractionOf(text: string, context: string): number {
    const name = `fraction of ${context}`;
    const key = this.remember(name, () => createHmac('sha256', this.key).update(name).digest());
    return createHmac('sha256', key).update(text).digest().readUInt32BE() / 2 ** 32;
  }

  private remember(name: string, derive: () => Buffer): Buffer {
    const known = this.derived.get(name);
    if (known !== undefined) return known;
    const key = derive();
    this.derived.set(name, key);
    return key;
  }
}
