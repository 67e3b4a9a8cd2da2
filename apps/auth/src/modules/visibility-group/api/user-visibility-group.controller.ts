import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { GetGroupOfUser } from '../domain/queries/get-group-of-user.js';
import type { UserVisibilityGroupResponse } from './group-people.dto.js';

@ApiTags('visibility groups')
@Controller('auth/v1/users')
export class UserVisibilityGroupController {
  constructor(private readonly getGroupOfUser: GetGroupOfUser) {}

  /** See which visibility group you are in. */
  @Get('me/visibility-group')
  @RequirePermission('own_profile:read')
  mine(@CurrentPrincipal() { userId }: Principal): Promise<UserVisibilityGroupResponse> {
    return this.getGroupOfUser.execute(userId);
  }

  /** See which visibility group a user is in. */
  @Get(':id/visibility-group')
  @RequirePermission('visibility_group:read')
  of(@UuidParam() id: string): Promise<UserVisibilityGroupResponse> {
    return this.getGroupOfUser.execute(id);
  }
}
