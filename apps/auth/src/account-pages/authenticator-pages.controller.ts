import { Body, Post } from '@nestjs/common';
import qrcode from 'qrcode';
import {
  CurrentPrincipal,
  type Principal,
  RequirePermission,
  RequireRecentAuthentication,
} from '../core/access/index.js';
import { UuidParam } from '../core/http/index.js';
import {
  BeginPasskeyRegistration,
  BeginTotpEnrolment,
  ConfirmTotpEnrolment,
  ForgetDevice,
  RegisterPasskey,
  RemovePasskey,
  RemoveTotp,
  RenewRecoveryCodes,
} from '../modules/authenticator/index.js';
import { ACCOUNT_PATH } from './http/account-path.js';
import { AccountPages } from './http/account-pages.decorator.js';
import { CodeForm, NewPasskeyForm } from './http/factor-forms.dto.js';
import { answerForm, readForm } from './http/form.js';
import type { Notice } from './http/notices.js';
import { type Answer, Data, Redirect } from './http/page.js';
import { passkeyResponse } from './http/passkey-response.js';
import { recoveryCodesPage, totpAgainPage, totpPage } from './pages/totp.page.js';

/** One's own second factors and passkeys. */
@AccountPages()
export class AuthenticatorPagesController {
  constructor(
    private readonly beginTotpEnrolment: BeginTotpEnrolment,
    private readonly confirmTotpEnrolment: ConfirmTotpEnrolment,
    private readonly removeTotp: RemoveTotp,
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
    private readonly beginPasskeyRegistration: BeginPasskeyRegistration,
    private readonly registerPasskey: RegisterPasskey,
    private readonly removePasskey: RemovePasskey,
    private readonly forgetDevice: ForgetDevice,
  ) {}

  @Post('totp')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  async beginTotp(@CurrentPrincipal() { userId }: Principal): Promise<Answer> {
    const enrolment = await this.beginTotpEnrolment.execute(userId);
    return totpPage(enrolment, await qrcode.toString(enrolment.uri, { type: 'svg' }));
  }

  @Post('totp/confirm')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  confirmTotp(@CurrentPrincipal() { userId, sessionId }: Principal, @Body() body: unknown): Promise<Answer> {
    return answerForm(
      async () => {
        const { code } = await readForm(CodeForm, body);
        return shown(await this.confirmTotpEnrolment.execute(userId, sessionId, code.trim()), 'totp-added');
      },
      body,
      totpAgainPage,
    );
  }

  @Post('totp/remove')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  async deleteTotp(@CurrentPrincipal() { userId }: Principal): Promise<Answer> {
    await this.removeTotp.execute(userId);
    return done('totp-removed');
  }

  @Post('recovery-codes')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  async renewCodes(@CurrentPrincipal() { userId }: Principal): Promise<Answer> {
    return recoveryCodesPage(await this.renewRecoveryCodes.execute(userId));
  }

  @Post('passkeys/registration-options')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  async registrationOptions(@CurrentPrincipal() { userId }: Principal): Promise<Answer> {
    return new Data(await this.beginPasskeyRegistration.execute(userId));
  }

  @Post('passkeys')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  async addPasskey(
    @CurrentPrincipal() { userId, sessionId }: Principal,
    @Body() body: unknown,
  ): Promise<Answer> {
    const { name, response } = await readForm(NewPasskeyForm, body);
    const { recoveryCodes } = await this.registerPasskey.execute(
      userId,
      sessionId,
      name,
      passkeyResponse(response),
    );
    return shown(recoveryCodes, 'passkey-added');
  }

  @Post('passkeys/:id/remove')
  @RequirePermission('own_authenticator:manage')
  @RequireRecentAuthentication()
  async deletePasskey(@CurrentPrincipal() { userId }: Principal, @UuidParam() id: string): Promise<Answer> {
    await this.removePasskey.execute(userId, id);
    return done('passkey-removed');
  }

  @Post('devices/:id/forget')
  @RequirePermission('own_authenticator:manage')
  async deleteDevice(@CurrentPrincipal() { userId }: Principal, @UuidParam() id: string): Promise<Answer> {
    await this.forgetDevice.execute(userId, id);
    return done('device-forgotten');
  }
}

const done = (notice: Notice) => new Redirect(`${ACCOUNT_PATH}/security?done=${notice}`);

/** Recovery codes come with the first factor. */
const shown = (recoveryCodes: readonly string[], notice: Notice): Answer =>
  recoveryCodes.length > 0 ? recoveryCodesPage(recoveryCodes) : done(notice);
