import { Injectable } from '@nestjs/common';
import type { EncryptedColumn } from './encrypted-column.js';
import { EncryptedColumnRepository } from './encrypted-column.repository.js';
import { EncryptionAtRest } from './encryption-at-rest.js';

/** Every encrypted column, as their owners declare them while the application starts, so that all can be re-encrypted. */
@Injectable()
export class EncryptedColumns {
  private readonly declared: EncryptedColumn[] = [];

  constructor(
    private readonly repository: EncryptedColumnRepository,
    private readonly encryption: EncryptionAtRest,
  ) {}

  declare(column: EncryptedColumn): void {
    this.declared.push(column);
  }

  /**
   * Encrypts under the current key what is encrypted under the previous one. To be called inside a transaction.
   *
   * @returns how many values were encrypted anew
   * @throws ConfigError when a value is encrypted under neither key
   */
  async reencrypt(): Promise<number> {
    let count = 0;
    for (const column of this.declared) {
      for (const { id, ...outdated } of await this.repository.lockOutdated(
        column,
        this.encryption.currentKeyId,
      )) {
        const context = column.context(id);
        const plain = this.encryption.decrypt(outdated, context);
        await this.repository.replace(column, id, this.encryption.encrypt(plain, context));
        count += 1;
      }
    }
    return count;
  }
}
