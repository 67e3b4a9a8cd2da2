import { Injectable } from '@nestjs/common';
import { EncryptedColumns, EncryptionAtRest } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';

/** Encrypts under KEY_ENCRYPTION_KEY all that KEY_ENCRYPTION_KEY_PREVIOUS encrypted: all of it, or nothing. */
@Injectable()
export class ReencryptSecrets {
  constructor(
    private readonly columns: EncryptedColumns,
    private readonly encryption: EncryptionAtRest,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns how many secrets were encrypted anew
   * @throws ConfigError when one is encrypted under neither key
   */
  @Transactional()
  async execute(): Promise<number> {
    const count = await this.columns.reencrypt();
    if (count > 0) {
      await this.audit.execute({
        action: 'key_encryption_key.replaced',
        subjectType: 'key_encryption_key',
        subjectId: this.encryption.currentKeyId,
        after: { secrets: count },
      });
    }
    return count;
  }
}
