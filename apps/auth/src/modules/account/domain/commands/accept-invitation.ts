import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { AssignRole } from '../../../rbac/index.js';
import { AddUser, HashNewPassword } from '../../../user/index.js';
import { InvitationRepository, type InvitationView } from '../invitation.repository.js';

/** What an invited person says. */
export interface Acceptance {
  readonly password: string;
  readonly displayName?: string;
}

/** Makes the account of an invited person, with the roles that the inviter may give at this moment. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly invitations: InvitationRepository,
    private readonly hashNewPassword: HashNewPassword,
    private readonly addUser: AddUser,
    private readonly assignRole: AssignRole,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `invalid_link`, `weak_password`, `already_exists`, `escalation_refused` when the inviter has lost the rights */
  async execute(token: string, { password, displayName }: Acceptance): Promise<void> {
    const looked = await this.tokens.look(token, 'invitation');
    const invitation = looked?.subjectId == null ? null : await this.invitations.findOpen(looked.subjectId);
    assertThat(invitation !== null, 'invalid_link');
    const { hash: passwordHash } = await this.hashNewPassword.execute(invitation.email, password);
    await this.store(token, invitation, displayName ?? invitation.displayName, passwordHash);
  }

  @Transactional()
  protected async store(
    token: string,
    { id, email, locale, roleIds, invitedBy }: InvitationView,
    displayName: string,
    passwordHash: string,
  ): Promise<void> {
    assertThat((await this.tokens.consume(token, 'invitation')) !== null, 'invalid_link');
    const user = await this.addUser.execute(
      { email, displayName, locale },
      { passwordHash, emailVerified: true },
    );
    if (roleIds.length > 0) {
      assertThat(invitedBy !== null, 'invalid_link');
      await this.context.runAs({ userId: invitedBy, sessionId: '' }, async () => {
        for (const roleId of roleIds) await this.assignRole.execute(user.id, roleId);
      });
    }
    await this.invitations.markAccepted(id);
    await this.audit.execute({
      action: 'invitation.accepted',
      subjectType: 'invitation',
      subjectId: id,
      actorId: user.id,
      after: { userId: user.id, email },
    });
  }
}
