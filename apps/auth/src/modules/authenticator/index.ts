export { AuthenticatorModule } from './authenticator.module.js';
export { Passkey } from './domain/passkey.entity.js';
export { RecoveryCode } from './domain/recovery-code.entity.js';
export { RememberedDevice } from './domain/remembered-device.entity.js';
export { TotpAuthenticator } from './domain/totp-authenticator.entity.js';
export {
  type AuthenticatorsView,
  type CodeProof,
  type SecondFactorMethod,
  secondFactorMethods,
  type PasskeyResponse,
} from './domain/authenticator.view.js';
export { BeginPasskeyAuthentication } from './domain/commands/begin-passkey-authentication.js';
export { BeginPasskeyRegistration } from './domain/commands/begin-passkey-registration.js';
export { BeginTotpEnrolment, type TotpEnrolment } from './domain/commands/begin-totp-enrolment.js';
export { ConfirmTotpEnrolment } from './domain/commands/confirm-totp-enrolment.js';
export { ForgetDevice } from './domain/commands/forget-device.js';
export { RecogniseDevice } from './domain/commands/recognise-device.js';
export { RegisterPasskey } from './domain/commands/register-passkey.js';
export { RememberDevice } from './domain/commands/remember-device.js';
export { RemovePasskey } from './domain/commands/remove-passkey.js';
export { RemoveTotp } from './domain/commands/remove-totp.js';
export { RenewRecoveryCodes } from './domain/commands/renew-recovery-codes.js';
export { ResetAuthenticators } from './domain/commands/reset-authenticators.js';
export { VerifyCode } from './domain/commands/verify-code.js';
export { type VerifiedPasskey, VerifyPasskey } from './domain/commands/verify-passkey.js';
export { FindSecondFactors } from './domain/queries/find-second-factors.js';
export { ListAuthenticators } from './domain/queries/list-authenticators.js';
