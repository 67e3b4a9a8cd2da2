import { Global, Module } from '@nestjs/common';
import { Authenticators, PermissionCatalogue } from '../../core/access/index.js';
import { EncryptedColumns } from '../../core/crypto/index.js';
import { MailKinds } from '../../core/mail/index.js';
import { AuditModule } from '../audit/index.js';
import { SessionModule } from '../session/index.js';
import { UserModule } from '../user/index.js';
import { OwnAuthenticatorController } from './api/own-authenticator.controller.js';
import { UserAuthenticatorController } from './api/user-authenticator.controller.js';
import { AccountAuthenticators } from './domain/account-authenticators.js';
import { AuthenticatorRepository } from './domain/authenticator.repository.js';
import { BeginPasskeyAuthentication } from './domain/commands/begin-passkey-authentication.js';
import { BeginPasskeyRegistration } from './domain/commands/begin-passkey-registration.js';
import { BeginTotpEnrolment } from './domain/commands/begin-totp-enrolment.js';
import { ConfirmTotpEnrolment } from './domain/commands/confirm-totp-enrolment.js';
import { ForgetDevice } from './domain/commands/forget-device.js';
import { SettleRemovedFactor } from './domain/commands/settle-removed-factor.js';
import { RecogniseDevice } from './domain/commands/recognise-device.js';
import { RegisterPasskey } from './domain/commands/register-passkey.js';
import { RememberDevice } from './domain/commands/remember-device.js';
import { RemovePasskey } from './domain/commands/remove-passkey.js';
import { RemoveTotp } from './domain/commands/remove-totp.js';
import { RenewRecoveryCodes } from './domain/commands/renew-recovery-codes.js';
import { ResetAuthenticators } from './domain/commands/reset-authenticators.js';
import { VerifyCode } from './domain/commands/verify-code.js';
import { VerifyPasskey } from './domain/commands/verify-passkey.js';
import { PasskeyRepository } from './domain/passkey.repository.js';
import { FindSecondFactors } from './domain/queries/find-second-factors.js';
import { ListAuthenticators } from './domain/queries/list-authenticators.js';
import { RecoveryCodeRepository } from './domain/recovery-code.repository.js';
import { RememberedDeviceRepository } from './domain/remembered-device.repository.js';
import { totpContext } from './domain/totp-context.js';
import { TotpRepository } from './domain/totp.repository.js';
import { WebAuthn } from './domain/webauthn.js';

const doors = [
  BeginTotpEnrolment,
  ConfirmTotpEnrolment,
  RemoveTotp,
  RenewRecoveryCodes,
  VerifyCode,
  BeginPasskeyRegistration,
  RegisterPasskey,
  RemovePasskey,
  BeginPasskeyAuthentication,
  VerifyPasskey,
  RememberDevice,
  RecogniseDevice,
  ForgetDevice,
  ResetAuthenticators,
  FindSecondFactors,
  ListAuthenticators,
];

/**
 * Owns what a person can show beside a password: apps with codes, passkeys, recovery codes, and the devices on which
 * none is asked for. When one is asked for belongs to `auth`. Global for the sake of the port it implements.
 */
@Global()
@Module({
  imports: [UserModule, SessionModule, AuditModule],
  controllers: [OwnAuthenticatorController, UserAuthenticatorController],
  providers: [
    ...doors,
    WebAuthn,
    AccountAuthenticators,
    SettleRemovedFactor,
    AuthenticatorRepository,
    TotpRepository,
    RecoveryCodeRepository,
    RememberedDeviceRepository,
    PasskeyRepository,
    { provide: Authenticators, useExisting: AccountAuthenticators },
  ],
  exports: [...doors, Authenticators],
})
export class AuthenticatorModule {
  constructor(catalogue: PermissionCatalogue, columns: EncryptedColumns, mails: MailKinds) {
    columns.declare({
      table: 'totp_authenticators',
      id: 'user_id',
      data: 'secret',
      encryptionKeyId: 'encryption_key_id',
      context: totpContext,
    });
    mails.declare({
      name: 'authenticators-reset',
      sample: {},
      compose: (_, { locale = 'en' }) => Promise.resolve({ locale, values: {} }),
    });
    catalogue.declare(
      {
        key: 'own_authenticator',
        description: "One's own second factors and passkeys",
        actions: { read: 'See your second factors', manage: 'Add and remove your second factors' },
      },
      {
        key: 'authenticator',
        description: "Anyone's second factors and passkeys",
        actions: { read: "See anyone's second factors", reset: "Remove anyone's second factors" },
      },
    );
  }
}
