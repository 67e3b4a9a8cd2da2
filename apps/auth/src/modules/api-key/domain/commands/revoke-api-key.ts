import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ApiKeyCache } from '../api-key-cache.js';
import { ApiKeyRepository } from '../api-key.repository.js';

/** Revokes an API key: it is refused at once, and within a second on other instances. */
@Injectable()
export class RevokeApiKey {
  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly cache: ApiKeyCache,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param ownerId - whose key it has to be; null for anyone's
   * @throws AppError `not_found`, also when it was revoked before
   */
  @Transactional()
  async execute(id: string, ownerId: string | null = null): Promise<void> {
    const revoked = await this.keys.revoke(id, ownerId);
    assertThat(revoked !== null, 'not_found');
    await this.cache.invalidate(id);
    await this.audit.execute({
      action: 'api_key.revoked',
      subjectType: 'api_key',
      subjectId: id,
      before: revoked,
    });
  }
}
