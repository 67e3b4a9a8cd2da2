import { Global, Module } from '@nestjs/common';
import { PendingAccountChanges, PermissionCatalogue } from '../../core/access/index.js';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { RbacModule } from '../rbac/index.js';
import { UserModule } from '../user/index.js';
import { AccountController } from './api/account.controller.js';
import { InvitationController } from './api/invitation.controller.js';
import { OwnAccountController } from './api/own-account.controller.js';
import { UserPasswordController } from './api/user-password.controller.js';
import { AccountLinks } from './domain/account-links.js';
import { AccountPendingChanges } from './domain/account-pending-changes.js';
import { AccountMails } from './domain/account-mails.js';
import { AcceptInvitation } from './domain/commands/accept-invitation.js';
import { CancelEmailChange } from './domain/commands/cancel-email-change.js';
import { CancelInvitation } from './domain/commands/cancel-invitation.js';
import { ChangePassword } from './domain/commands/change-password.js';
import { CloseAccount } from './domain/commands/close-account.js';
import { ConfirmOwnPassword } from './domain/commands/confirm-own-password.js';
import { ForcePasswordReset } from './domain/commands/force-password-reset.js';
import { InviteUser } from './domain/commands/invite-user.js';
import { PruneAccountRequests } from './domain/commands/prune-account-requests.js';
import { RequestEmailChange } from './domain/commands/request-email-change.js';
import { RequestEmailVerification } from './domain/commands/request-email-verification.js';
import { RequestPasswordReset } from './domain/commands/request-password-reset.js';
import { ResetPassword } from './domain/commands/reset-password.js';
import { SignUp } from './domain/commands/sign-up.js';
import { VerifyEmail } from './domain/commands/verify-email.js';
import { EmailChangeRepository } from './domain/email-change.repository.js';
import { InvitationRepository } from './domain/invitation.repository.js';
import { ExportOwnData } from './domain/queries/export-own-data.js';
import { GetEmailChange } from './domain/queries/get-email-change.js';
import { GetInvitation } from './domain/queries/get-invitation.js';
import { ListInvitations } from './domain/queries/list-invitations.js';
import { LookAtLink } from './domain/queries/look-at-link.js';
import { RegistrationRepository } from './domain/registration.repository.js';

const doors = [
  SignUp,
  RequestEmailVerification,
  VerifyEmail,
  RequestPasswordReset,
  ForcePasswordReset,
  ResetPassword,
  ChangePassword,
  RequestEmailChange,
  CancelEmailChange,
  GetEmailChange,
  InviteUser,
  CancelInvitation,
  AcceptInvitation,
  GetInvitation,
  ListInvitations,
  CloseAccount,
  ExportOwnData,
  LookAtLink,
];

/**
 * Owns the way into an account and what people do with their own: signing up, invitations, mailed links, password and
 * address, closing. Users as such belong to `user`, logging in to `auth`. Global for the sake of the port it implements.
 */
@Global()
@Module({
  imports: [UserModule, AuthModule, RbacModule, AuditModule],
  controllers: [AccountController, OwnAccountController, InvitationController, UserPasswordController],
  providers: [
    ...doors,
    ConfirmOwnPassword,
    AccountLinks,
    AccountMails,
    RegistrationRepository,
    EmailChangeRepository,
    AccountPendingChanges,
    { provide: PendingAccountChanges, useExisting: AccountPendingChanges },
    InvitationRepository,
    PruneAccountRequests,
  ],
  exports: [...doors, PendingAccountChanges],
})
export class AccountModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare({
      key: 'invitation',
      description: 'Invitations',
      actions: { read: 'See invitations', create: 'Invite people', delete: 'Take invitations back' },
    });
  }
}
