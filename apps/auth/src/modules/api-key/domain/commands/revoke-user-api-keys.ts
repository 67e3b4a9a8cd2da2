import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ApiKeyCache } from '../api-key-cache.js';
import { ApiKeyRepository } from '../api-key.repository.js';

/** Revokes every API key of a user. */
@Injectable()
export class RevokeUserApiKeys {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly cache: ApiKeyCache,
    private readonly audit: RecordAuditEvent,
  ) {}

  @Transactional()
  async execute(userId: string): Promise<void> {
    const revoked = await this.keys.revokeAllOf(userId);
    if (revoked.length === 0) return;
    await this.cache.invalidate(...revoked);
    await this.audit.execute({
      action: 'api_key.all_revoked',
      subjectType: 'user',
      subjectId: userId,
      before: { apiKeyIds: revoked },
    });
  }
}
