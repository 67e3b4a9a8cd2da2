import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ListAuthenticators } from '../../../authenticator/index.js';
import { HasPassword } from '../../../user/index.js';
import { FederatedIdentityRepository } from '../federated-identity.repository.js';

/** Unlinks an identity, unless it is the only way into the account. */
@Injectable()
export class UnlinkIdentity {
  constructor(
    private readonly identities: FederatedIdentityRepository,
    private readonly hasPassword: HasPassword,
    private readonly listAuthenticators: ListAuthenticators,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `last_way_in` */
  @Transactional()
  async execute(userId: string, identityId: string): Promise<void> {
    assertThat(await this.identities.delete(userId, identityId), 'not_found');
    const stays =
      (await this.hasPassword.execute(userId)) ||
      (await this.identities.list(userId)).length > 0 ||
      (await this.listAuthenticators.execute(userId)).passkeys.length > 0;
    assertThat(stays, 'last_way_in');
    await this.audit.execute({
      action: 'federation.unlinked',
      subjectType: 'user',
      subjectId: userId,
      before: { identityId },
    });
  }
}
