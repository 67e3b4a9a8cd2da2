import { Injectable } from '@nestjs/common';
import { KeyRing, SigningKeyRepository } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { SigningKeyLifecycle } from '../signing-key-lifecycle.js';

/**
 * Removes a key in an emergency: every token it signed dies, at once here and within a second on other instances. Where
 * it was the active one another signs at once. Its private part is destroyed, and the same key can't come back.
 */
@Injectable()
export class RemoveSigningKey {
  constructor(
    private readonly keys: SigningKeyRepository,
    private readonly ring: KeyRing,
    private readonly lifecycle: SigningKeyLifecycle,
  ) {}

  /** @throws AppError `not_found`, also when it was removed before */
  @Transactional()
  async execute(id: string): Promise<void> {
    await this.lifecycle.lock();
    const key = await this.keys.find(id);
    assertThat(key !== null && key.status !== 'removed', 'not_found', {
      detail: `There is no signing key ${id}, or it was removed before.`,
    });
    await this.lifecycle.remove(key, 'removed_by_hand');
    if (key.status === 'active') await this.lifecycle.activateSuccessor();
    await this.ring.changed();
  }
}
