import { Injectable } from '@nestjs/common';
import { EncryptionAtRest } from '../../../core/crypto/index.js';
import { type PasswordKind, UserRepository } from './user.repository.js';

const KEPT_MS = 10 * 60_000;

/**
 * What an unknown address is compared with at a login. After an import some hashes take longer than ours and some
 * less, so that one kind for all unknown addresses would tell them from known ones. Each unknown address therefore has
 * a kind of its own, always the same one, and the kinds are as frequent among them as among the users.
 */
@Injectable()
export class PasswordDecoys {
  private kinds: readonly PasswordKind[] = [];
  private reading: Promise<void> | null = null;
  private readAt = -Infinity;

  constructor(
    private readonly users: UserRepository,
    private readonly encryption: EncryptionAtRest,
  ) {}

  /** @returns null while there are no passwords */
  async hashFor(email: string): Promise<string | null> {
    if (this.readAt === -Infinity) await this.read();
    // What is known is good enough until then; should reading fail, the next login tries again.
    else if (performance.now() - this.readAt > KEPT_MS) this.read().catch(() => undefined);
    const total = this.kinds.reduce((sum, { count }) => sum + count, 0);
    let place = this.encryption.fractionOf(email, 'password decoys') * total;
    for (const { example, count } of this.kinds) {
      if (place < count) return example;
      place -= count;
    }
    return null;
  }

  /** Once for all who ask meanwhile. */
  private read(): Promise<void> {
    this.reading ??= this.users
      .countPasswordKinds()
      .then((kinds) => {
        this.kinds = kinds;
        this.readAt = performance.now();
      })
      .finally(() => (this.reading = null));
    return this.reading;
  }
}
