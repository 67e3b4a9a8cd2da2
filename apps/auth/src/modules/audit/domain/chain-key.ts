import { Injectable } from '@nestjs/common';
import { EncryptionAtRest, randomKey, sameHash } from '../../../core/crypto/index.js';
import type { StoredChainEnd } from './audit-chain.repository.js';
import { BEGINNING, endMark } from './chain-links.js';

/** What the key is encrypted for. */
export const chainKeyContext = (id: string): string => `key of the chain of ${id}`;
const CONTEXT = chainKeyContext('audit_log');

/** The key of the chain's hashes: random, and stored encrypted, so that it outlives each KEY_ENCRYPTION_KEY. */
@Injectable()
export class ChainKey {
  private known: Buffer | null = null;

  constructor(private readonly encryption: EncryptionAtRest) {}

  /** The end of a chain that has no entry yet, with a key of its own. */
  beginning(): StoredChainEnd {
    const key = randomKey();
    const end = { position: 0, hash: BEGINNING };
    return { ...this.encryption.encrypt(key, CONTEXT), ...end, mark: endMark(key, end) };
  }

  /**
   * An instance that knows the key goes on with it when it was encrypted anew under a KEY_ENCRYPTION_KEY that the
   * instance has not got.
   *
   * @throws Error when it was not encrypted by this service
   */
  open(end: StoredChainEnd): Buffer {
    if (this.known === null || !sameHash(endMark(this.known, end), end.mark))
      this.known = this.encryption.decrypt(end, CONTEXT);
    return this.known;
  }
}
