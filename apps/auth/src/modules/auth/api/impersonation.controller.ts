import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission, RequireRecentAuthentication } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { Impersonate } from '../domain/commands/impersonate.js';
import { ImpersonationRequest, type ImpersonationResponse } from './impersonation.dto.js';

/** Acting in somebody else's name. */
@ApiTags('users')
@Controller('auth/v1/users')
export class ImpersonationController {
  constructor(private readonly impersonate: Impersonate) {}

  /** Act in a user's name, until the access token expires or logs out. Needs all that the user may. */
  @Post(':id/impersonation')
  @RequirePermission('user:impersonate')
  @RequireRecentAuthentication()
  begin(@UuidParam() id: string, @Body() { reason }: ImpersonationRequest): Promise<ImpersonationResponse> {
    return this.impersonate.execute(id, reason);
  }
}
