import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../../core/access/index.js';
import { personOf, RequestContext } from '../../../../core/context/index.js';
import { newId, Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { ExpandRole } from '../../../rbac/index.js';
import { FindUserByEmail, normalizeEmail } from '../../../user/index.js';
import { linkPurposes } from '../account-links.js';
import { InvitationRepository, type InvitationView } from '../invitation.repository.js';

/** Whom an administrator asks in. */
export interface NewInvitation {
  readonly email: string;
  readonly displayName?: string;
  readonly locale?: string;
  /** UUIDs of the roles that the account gets. */
  readonly roleIds?: readonly string[];
}

/** Asks somebody in by mail. Whoever invites cannot give away more than they hold. */
@Injectable()
export class InviteUser {
  constructor(
    private readonly access: AccessPolicy,
    private readonly expandRole: ExpandRole,
    private readonly findUser: FindUserByEmail,
    private readonly invitations: InvitationRepository,
    private readonly outbox: MailOutbox,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `already_exists`, `not_found` for a role that is none, `escalation_refused`, `forbidden` for roles given by a service account */
  @Transactional()
  async execute({
    displayName = '',
    locale = 'en',
    roleIds = [],
    ...to
  }: NewInvitation): Promise<InvitationView> {
    const email = normalizeEmail(to.email);
    assertThat((await this.findUser.execute(email)) === null, 'already_exists', {
      errors: [{ field: 'email', message: 'There is a user with this e-mail address.' }],
    });
    const invitedBy = personOf(this.context.actor);
    if (roleIds.length > 0) {
      // When it is accepted the inviter's rights are asked once more.
      assertThat(invitedBy !== null, 'forbidden', { detail: 'Only a person invites somebody into roles.' });
      const permissions = await this.expandRole.execute(roleIds, 'roleIds');
      await this.access.assertMayBestow(permissions, 'rbac:bind');
    }
    const invitation = await this.invitations.save(
      {
        id: newId(),
        email,
        displayName,
        locale,
        roleIds: [...new Set(roleIds)],
        invitedBy,
      },
      linkPurposes.invitation.lifeSeconds,
    );
    await this.outbox.queue('invitation', email, { invitationId: invitation.id });
    await this.audit.execute({
      action: 'invitation.created',
      subjectType: 'invitation',
      subjectId: invitation.id,
      after: { email, roleIds },
    });
    return invitation;
  }
}
