import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { FindLiveSession } from '../../../session/index.js';
import { GetUser } from '../../../user/index.js';
import { FederatedIdentityRepository } from '../federated-identity.repository.js';
import type { ProvenIdentity } from '../proven-identity.js';

/** Links an identity to the account of somebody who is logged in. */
@Injectable()
export class LinkIdentity {
  constructor(
    private readonly identities: FederatedIdentityRepository,
    private readonly findLiveSession: FindLiveSession,
    private readonly getUser: GetUser,
    private readonly outbox: MailOutbox,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `federation_refused` when the session has ended meanwhile, `already_exists` */
  @Transactional()
  async execute(userId: string, sessionId: string, identity: ProvenIdentity): Promise<void> {
    const session = await this.findLiveSession.execute(sessionId);
    assertThat(session?.userId === userId, 'federation_refused', {
      detail: 'You are not logged in any more.',
    });
    const owner = await this.identities.use(identity.issuer, identity.subject);
    if (owner === userId) return;
    const id = owner === null ? await this.identities.insert({ ...identity, userId }) : null;
    assertThat(id !== null, 'already_exists', { detail: 'This identity belongs to another account.' });
    const { email, locale } = await this.getUser.execute(userId);
    await this.outbox.queue('identity-linked', email, { locale });
    await this.audit.execute({
      action: 'federation.linked',
      subjectType: 'user',
      subjectId: userId,
      actorId: userId,
      after: { issuer: identity.issuer, email: identity.email },
    });
  }
}
