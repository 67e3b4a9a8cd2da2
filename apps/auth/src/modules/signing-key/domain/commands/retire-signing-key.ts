import { Injectable } from '@nestjs/common';
import { KeyRing, SigningKeyRepository } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { SigningKeyLifecycle } from '../signing-key-lifecycle.js';

/** The active key signs no more, from now on; its tokens stay good until they expire, and the next key signs. */
@Injectable()
export class RetireSigningKey {
  constructor(
    private readonly keys: SigningKeyRepository,
    private readonly ring: KeyRing,
    private readonly lifecycle: SigningKeyLifecycle,
  ) {}

  /** @throws AppError `not_found`, `conflict` for a key that does not sign */
  @Transactional()
  async execute(id: string): Promise<void> {
    await this.lifecycle.lock();
    const key = await this.keys.find(id);
    assertThat(key !== null, 'not_found', { detail: `There is no signing key ${id}.` });
    assertThat(key.status === 'active', 'conflict', {
      detail: `Key ${id} is ${key.status}; only the active one can retire.`,
    });
    await this.lifecycle.activateSuccessor();
    await this.ring.changed();
  }
}
