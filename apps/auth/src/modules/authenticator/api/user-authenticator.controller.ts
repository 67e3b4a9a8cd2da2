import { Controller, Delete, Get, HttpCode } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { ResetAuthenticators } from '../domain/commands/reset-authenticators.js';
import { ListAuthenticators } from '../domain/queries/list-authenticators.js';
import type { AuthenticatorsResponse } from './authenticator.dto.js';

@ApiTags('second factors')
@Controller('auth/v1/users/:id/authenticators')
export class UserAuthenticatorController {
  constructor(
    private readonly listAuthenticators: ListAuthenticators,
    private readonly resetAuthenticators: ResetAuthenticators,
  ) {}

  /** See a user's second factors. */
  @Get()
  @RequirePermission('authenticator:read')
  list(@UuidParam() id: string): Promise<AuthenticatorsResponse> {
    return this.listAuthenticators.execute(id) as Promise<AuthenticatorsResponse>;
  }

  /** Remove all second factors of somebody who has lost them. All their sessions end. */
  @Delete()
  @HttpCode(204)
  @RequirePermission('authenticator:reset')
  reset(@UuidParam() id: string): Promise<void> {
    return this.resetAuthenticators.execute(id);
  }
}
