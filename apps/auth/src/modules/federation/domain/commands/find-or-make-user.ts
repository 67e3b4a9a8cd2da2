import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import type { IdentityProvider } from '../../../../core/config/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { RevokeUserApiKeys } from '../../../api-key/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { AssignRole, FindRole } from '../../../rbac/index.js';
import { AddUser, FindUserByEmail, GetUser, TakeOverUser, type UserView } from '../../../user/index.js';
import { FederatedIdentityRepository } from '../federated-identity.repository.js';
import type { ProvenIdentity } from '../proven-identity.js';

/**
 * Whose identity it is. One that is new here belongs to the account with the same address, if the provider vouches for
 * it, or makes one where the provider's rules say so. An account whose address nobody had confirmed may have been made
 * by somebody else in advance: its owner takes it over, and whoever made it is out.
 */
@Injectable()
export class FindOrMakeUser {
  constructor(
    private readonly identities: FederatedIdentityRepository,
    private readonly getUser: GetUser,
    private readonly findUser: FindUserByEmail,
    private readonly addUser: AddUser,
    private readonly takeOverUser: TakeOverUser,
    private readonly revokeUserApiKeys: RevokeUserApiKeys,
    private readonly findRole: FindRole,
    private readonly assignRole: AssignRole,
    private readonly outbox: MailOutbox,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns the user's UUID
   * @throws AppError `federation_refused` for whom no account is and none is made, or who is disabled
   */
  @Transactional()
  async execute(provider: IdentityProvider, identity: ProvenIdentity): Promise<string> {
    const knownId = await this.identities.use(identity.issuer, identity.subject);
    if (knownId !== null) {
      const { status } = await this.getUser.execute(knownId);
      assertThat(status === 'active', 'federation_refused', { detail: 'This account is disabled.' });
      return knownId;
    }
    const email = assertAdmitted(provider, identity);
    const known = await this.findUser.execute(email);
    const user = known === null ? await this.make(provider, identity, email) : await this.join(known);
    const id = await this.identities.insert({ ...identity, userId: user.id });
    assertThat(id !== null, 'federation_refused', { detail: 'Try again.' });
    await this.audit.execute({
      action: 'federation.linked',
      subjectType: 'user',
      subjectId: user.id,
      actorId: user.id,
      after: { issuer: identity.issuer, email, made: known === null },
    });
    return user.id;
  }

  private async make(
    { createUsers, roles, label }: IdentityProvider,
    { displayName, givenName, familyName }: ProvenIdentity,
    email: string,
  ): Promise<{ id: string }> {
    assertThat(createUsers, 'federation_refused', {
      detail: `There is no account with this address, and ${label} makes none.`,
    });
    const user = await this.addUser.execute(
      { email, displayName, givenName, familyName },
      { passwordHash: null, emailVerified: true },
    );
    for (const role of roles) {
      const roleId = await this.findRole.execute(role);
      assertThat(roleId !== null, 'federation_refused', { detail: `There is no role ${role}.` });
      await this.assignRole.execute(user.id, roleId);
    }
    return user;
  }

  private async join({ id, status, emailVerified, email, locale }: UserView): Promise<{ id: string }> {
    assertThat(status === 'active', 'federation_refused', { detail: 'This account is disabled.' });
    if (!emailVerified) {
      await this.takeOverUser.execute(id);
      await this.revokeUserApiKeys.execute(id);
    }
    await this.outbox.queue('identity-linked', email, { locale });
    return { id };
  }
}

/** @returns the address that the provider vouches for */
function assertAdmitted(
  { domains, isGoogle, label }: IdentityProvider,
  { verifiedEmail, hostedDomain }: ProvenIdentity,
): string {
  assertThat(verifiedEmail !== null, 'federation_refused', {
    detail: `${label} does not vouch for your address. Confirm it there, or log in another way and link ${label} then.`,
  });
  const domain =
    isGoogle && domains.length > 0 ? hostedDomain : verifiedEmail.slice(verifiedEmail.lastIndexOf('@') + 1);
  assertThat(domains.length === 0 || (domain !== null && domains.includes(domain)), 'federation_refused', {
    detail: 'Addresses of this domain are not admitted.',
  });
  return verifiedEmail;
}
