import { Injectable } from '@nestjs/common';
import {
  KeyRing,
  type SigningAlgorithm,
  SigningKeyRepository,
  type SigningKeyView,
} from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { type Activation, SigningKeyLifecycle } from '../signing-key-lifecycle.js';

/** How the signing key is to be replaced. */
export interface Rotation {
  /** The configured one when nothing is said. */
  readonly algorithm?: SigningAlgorithm;
  /** `after_publication` when nothing is said. */
  readonly activation?: Activation;
}

/** Replaces the signing key. The new one is published at once and signs when everybody can know it, or now. */
@Injectable()
export class RotateSigningKey {
  constructor(
    private readonly keys: SigningKeyRepository,
    private readonly ring: KeyRing,
    private readonly lifecycle: SigningKeyLifecycle,
  ) {}

  /**
   * @returns the new key
   * @throws AppError `conflict` while a key waits to sign already, unless it shall sign now
   */
  @Transactional()
  async execute({ algorithm, activation = 'after_publication' }: Rotation = {}): Promise<SigningKeyView> {
    await this.lifecycle.lock();
    const id = await this.findOrMake(algorithm, activation);
    if (activation === 'now') await this.lifecycle.activate(id);
    await this.ring.changed();
    const key = await this.keys.find(id);
    assertThat(key !== null, 'not_found');
    return key;
  }

  /** A key that waits already may sign now, if it is what was asked for. */
  private async findOrMake(algorithm: SigningAlgorithm | undefined, activation: Activation): Promise<string> {
    if (activation === 'now') {
      const waiting = await this.keys.findByStatus('next');
      if (waiting !== null && (algorithm ?? waiting.algorithm) === waiting.algorithm) return waiting.id;
    }
    await this.lifecycle.assertNoneWaits();
    return this.lifecycle.make(algorithm);
  }
}
