import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import qrcode from 'qrcode';
import {
  CurrentPrincipal,
  type Principal,
  RequirePermission,
  RequireRecentAuthentication,
} from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { BeginPasskeyRegistration } from '../domain/commands/begin-passkey-registration.js';
import { BeginTotpEnrolment } from '../domain/commands/begin-totp-enrolment.js';
import { ConfirmTotpEnrolment } from '../domain/commands/confirm-totp-enrolment.js';
import { ForgetDevice } from '../domain/commands/forget-device.js';
import { RegisterPasskey } from '../domain/commands/register-passkey.js';
import { RemovePasskey } from '../domain/commands/remove-passkey.js';
import { RemoveTotp } from '../domain/commands/remove-totp.js';
import { RenewRecoveryCodes } from '../domain/commands/renew-recovery-codes.js';
import { ListAuthenticators } from '../domain/queries/list-authenticators.js';
import {
  type AuthenticatorsResponse,
  CodeRequest,
  PasskeyRequest,
  type RecoveryCodesResponse,
  type RegisteredPasskeyResponse,
  type TotpEnrolmentResponse,
} from './authenticator.dto.js';

@ApiTags('second factors')
@Controller('auth/v1/users/me/authenticators')
export class OwnAuthenticatorController {
  constructor(
    private readonly listAuthenticators: ListAuthenticators,
    private readonly beginTotpEnrolment: BeginTotpEnrolment,
    private readonly confirmTotpEnrolment: ConfirmTotpEnrolment,
    private readonly removeTotp: RemoveTotp,
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
    private readonly beginPasskeyRegistration: BeginPasskeyRegistration,
    private readonly registerPasskey: RegisterPasskey,
    private readonly removePasskey: RemovePasskey,
    private readonly forgetDevice: ForgetDevice,
  ) {}

  /** See your second factors, passkeys and remembered devices. */
  @Get()
  @RequirePermission('own_authenticator:read')
  list(@CurrentPrincipal() { userId }: Principal): Promise<AuthenticatorsResponse> {
    return this.listAuthenticators.execute(userId) as Promise<AuthenticatorsResponse>;
  }

  /** Begin to set up an app that shows codes. */
  @Post('totp')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  async beginTotp(@CurrentPrincipal() { userId }: Principal): Promise<TotpEnrolmentResponse> {
    const enrolment = await this.beginTotpEnrolment.execute(userId);
    return { ...enrolment, picture: await qrcode.toString(enrolment.uri, { type: 'svg' }) };
  }

  /** Finish setting up the app by its first code. Recovery codes come with the first factor. */
  @Post('totp/confirm')
  @HttpCode(200)
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  async confirmTotp(
    @CurrentPrincipal() { userId, sessionId }: Principal,
    @Body() { code }: CodeRequest,
  ): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.confirmTotpEnrolment.execute(userId, sessionId, code) };
  }

  /** Remove the app that shows codes. */
  @Delete('totp')
  @HttpCode(204)
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  deleteTotp(@CurrentPrincipal() { userId }: Principal): Promise<void> {
    return this.removeTotp.execute(userId);
  }

  /** Make new recovery codes; earlier ones are worth nothing any more. */
  @Post('recovery-codes')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  async renewCodes(@CurrentPrincipal() { userId }: Principal): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.renewRecoveryCodes.execute(userId) };
  }

  /** Begin to add a passkey: options for `navigator.credentials.create`. */
  @Post('passkeys/options')
  @HttpCode(200)
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  passkeyOptions(@CurrentPrincipal() { userId }: Principal): Promise<object> {
    return this.beginPasskeyRegistration.execute(userId);
  }

  /** Add the passkey that the browser has made. */
  @Post('passkeys')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  addPasskey(
    @CurrentPrincipal() { userId, sessionId }: Principal,
    @Body() { name, response }: PasskeyRequest,
  ): Promise<RegisteredPasskeyResponse> {
    return this.registerPasskey.execute(
      userId,
      sessionId,
      name,
      response,
    ) as Promise<RegisteredPasskeyResponse>;
  }

  /** Remove a passkey. */
  @Delete('passkeys/:id')
  @HttpCode(204)
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  deletePasskey(@CurrentPrincipal() { userId }: Principal, @UuidParam() id: string): Promise<void> {
    return this.removePasskey.execute(userId, id);
  }

  /** Forget a remembered device. */
  @Delete('devices/:id')
  @HttpCode(204)
  @RequirePermission('own_authenticator:manage')
  deleteDevice(@CurrentPrincipal() { userId }: Principal, @UuidParam() id: string): Promise<void> {
    return this.forgetDevice.execute(userId, id);
  }
}
