import { Injectable } from '@nestjs/common';
import { EncryptionAtRest, randomKey } from '../../../core/crypto/index.js';
import type { StoredChainEnd } from './audit-chain.repository.js';
import { BEGINNING, endMark } from './chain-links.js';

/** What the key is encrypted for. */
export const chainKeyContext = (id: string): string => `key of the chain of ${id}`;
const CONTEXT = chainKeyContext('audit_log');

/** The key of the chain's hashes: random, and stored encrypted, so that it outlives each KEY_ENCRYPTION_KEY. */
@Injectable()
export class ChainKey {
  private known: { readonly data: Buffer; readonly key: Buffer } | null = null;

  constructor(private readonly encryption: EncryptionAtRest) {}

  /** The end of a chain that has no entry yet, with a key of its own. */
  beginning(): StoredChainEnd {
    const key = randomKey();
    const end = { position: 0, hash: BEGINNING };
    return { ...this.encryption.encrypt(key, CONTEXT), ...end, mark: endMark(key, end) };
  }

  /** @throws Error when it was not encrypted by this service */
  open({ data, encryptionKeyId }: StoredChainEnd): Buffer {
    if (this.known?.data.equals(data) !== true)
      this.known = { data, key: this.encryption.decrypt({ data, encryptionKeyId }, CONTEXT) };
    return this.known.key;
  }
}
