import { Injectable } from '@nestjs/common';
import {
  KeyRing,
  readSigningKeyPem,
  SigningKeyRepository,
  type SigningKeyView,
  UnusableKeyError,
} from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { type Activation, SigningKeyLifecycle } from '../signing-key-lifecycle.js';

/** Takes a private key that was made elsewhere: PKCS#8 in PEM, RSA with at least 2048 bits, P-256 or Ed25519. */
@Injectable()
export class ImportSigningKey {
  constructor(
    private readonly keys: SigningKeyRepository,
    private readonly ring: KeyRing,
    private readonly lifecycle: SigningKeyLifecycle,
  ) {}

  /**
   * @returns the key
   * @throws AppError `invalid_request` with the reason, `already_exists`, `conflict` while another key waits to sign
   */
  @Transactional()
  async execute(pem: string, activation: Activation = 'after_publication'): Promise<SigningKeyView> {
    const pair = await readSigningKeyPem(pem).catch((error: unknown) => {
      if (!(error instanceof UnusableKeyError)) throw error;
      throw AppError.forField('invalid_request', 'pem', error.message);
    });
    await this.lifecycle.lock();
    const known = await this.keys.find(pair.id);
    assertThat(known === null, 'already_exists', {
      detail: `Key ${pair.id} is here already, ${known?.status}.`,
    });
    await this.lifecycle.assertNoneWaits();
    await this.lifecycle.publish(pair, 'signing_key.imported');
    if (activation === 'now') await this.lifecycle.activate(pair.id);
    await this.ring.changed();
    const key = await this.keys.find(pair.id);
    assertThat(key !== null, 'not_found');
    return key;
  }
}
