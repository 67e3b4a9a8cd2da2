import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal, RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { GetEffectivePermissions } from '../domain/queries/get-effective-permissions.js';
import type { EffectivePermissionsResponse } from './authorization.dto.js';
import { MinRevisionGuard } from './min-revision.guard.js';

@ApiTags('authorization')
@Controller('auth/v1/users')
@UseGuards(MinRevisionGuard)
export class EffectivePermissionController {
  constructor(private readonly getEffectivePermissions: GetEffectivePermissions) {}

  /** See what you may do. */
  @Get('me/permissions')
  @RequirePermission('own_profile:read')
  async mine(@CurrentPrincipal() { userId }: Principal): Promise<EffectivePermissionsResponse> {
    return { userId, permissions: await this.getEffectivePermissions.execute(userId) };
  }

  /** See what a user may do, from every source. */
  @Get(':id/permissions')
  @RequirePermission('role:read')
  async of(@UuidParam() id: string): Promise<EffectivePermissionsResponse> {
    return { userId: id, permissions: await this.getEffectivePermissions.execute(id) };
  }
}
