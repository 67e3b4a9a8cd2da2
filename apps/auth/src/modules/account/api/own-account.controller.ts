import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequirePermission } from '../../../core/access/index.js';
import { CancelEmailChange } from '../domain/commands/cancel-email-change.js';
import { ChangePassword } from '../domain/commands/change-password.js';
import { CloseAccount } from '../domain/commands/close-account.js';
import { RequestEmailChange } from '../domain/commands/request-email-change.js';
import { ExportOwnData } from '../domain/queries/export-own-data.js';
import { GetEmailChange } from '../domain/queries/get-email-change.js';
import {
  ChangeEmailRequest,
  ChangePasswordRequest,
  CloseAccountRequest,
  type EmailChangeResponse,
  type OwnDataResponse,
} from './account.dto.js';

@ApiTags('account')
@Controller('auth/v1/users/me')
export class OwnAccountController {
  constructor(
    private readonly changePasswordCommand: ChangePassword,
    private readonly requestEmailChange: RequestEmailChange,
    private readonly cancelEmailChange: CancelEmailChange,
    private readonly getEmailChange: GetEmailChange,
    private readonly closeAccount: CloseAccount,
    private readonly exportOwnData: ExportOwnData,
  ) {}

  /** Change your password. All your sessions end, this one too. */
  @Put('password')
  @HttpCode(204)
  @RequirePermission('own_profile:update')
  changePassword(
    @CurrentPrincipal() { userId }: Principal,
    @Body() { currentPassword, password }: ChangePasswordRequest,
  ): Promise<void> {
    return this.changePasswordCommand.execute(userId, currentPassword, password);
  }

  /** Change your e-mail address: it changes when the new one is confirmed. */
  @Put('email')
  @HttpCode(202)
  @RequirePermission('own_profile:update')
  changeEmail(
    @CurrentPrincipal() { userId }: Principal,
    @Body() { email, password }: ChangeEmailRequest,
  ): Promise<void> {
    return this.requestEmailChange.execute(userId, email, password);
  }

  /** The new address that waits for its confirmation. */
  @Get('email')
  @RequirePermission('own_profile:read')
  pendingEmail(@CurrentPrincipal() { userId }: Principal): Promise<EmailChangeResponse> {
    return this.getEmailChange.execute(userId);
  }

  /** Cancel the change of your address. */
  @Delete('email')
  @HttpCode(204)
  @RequirePermission('own_profile:update')
  cancelEmail(@CurrentPrincipal() { userId }: Principal): Promise<void> {
    return this.cancelEmailChange.execute(userId);
  }

  /** All that the service knows of you. */
  @Get('export')
  @RequirePermission('own_profile:read')
  export(@CurrentPrincipal() { userId }: Principal): Promise<OwnDataResponse> {
    return this.exportOwnData.execute(userId) as Promise<object> as Promise<OwnDataResponse>;
  }

  /** Close your account. This cannot be undone. */
  @Post('close')
  @HttpCode(204)
  @RequirePermission('own_profile:update')
  close(@CurrentPrincipal() { userId }: Principal, @Body() { password }: CloseAccountRequest): Promise<void> {
    return this.closeAccount.execute(userId, password);
  }
}
