import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { AssignRole } from '../domain/commands/assign-role.js';
import { AssignRolesToUser } from '../domain/commands/assign-roles-to-user.js';
import { RevokeRolesFromUser } from '../domain/commands/revoke-roles-from-user.js';
import { RevokeRole } from '../domain/commands/revoke-role.js';
import { ListUserRoles } from '../domain/queries/list-user-roles.js';
import { BulkRolesRequest, type BulkRolesResponse, RolesRequest, ValidityRequest } from './assignment.dto.js';
import { AssignmentQuery } from './list-query.dto.js';
import type { UserRolePage } from './role.dto.js';

@ApiTags('roles')
@Controller('auth/v1/users/:userId/roles')
export class UserRoleController {
  constructor(
    private readonly listUserRoles: ListUserRoles,
    private readonly assignRole: AssignRole,
    private readonly revokeRole: RevokeRole,
    private readonly assignRoles: AssignRolesToUser,
    private readonly revokeRoles: RevokeRolesFromUser,
  ) {}

  /** List the roles that a user has directly. */
  @Get()
  @RequirePermission('role:read')
  list(@UuidParam('userId') userId: string, @Query() query: AssignmentQuery): Promise<UserRolePage> {
    return this.listUserRoles.execute(userId, query) as Promise<UserRolePage>;
  }

  /** Give a user many roles, with a result for each. */
  @Post()
  @HttpCode(200)
  @RequirePermission('role:assign')
  async assignMany(
    @UuidParam('userId') userId: string,
    @Body() { roleIds, ...window }: BulkRolesRequest,
  ): Promise<BulkRolesResponse> {
    return { items: await this.assignRoles.execute(userId, roleIds, window) };
  }

  /** Take many roles from a user, with a result for each. */
  @Post('revoke')
  @HttpCode(200)
  @RequirePermission('role:assign')
  async revokeMany(
    @UuidParam('userId') userId: string,
    @Body() { roleIds }: RolesRequest,
  ): Promise<BulkRolesResponse> {
    return { items: await this.revokeRoles.execute(userId, roleIds) };
  }

  /** Give a user a role. */
  @Put(':roleId')
  @HttpCode(204)
  @RequirePermission('role:assign')
  assign(
    @UuidParam('userId') userId: string,
    @UuidParam('roleId') roleId: string,
    @Body() window?: ValidityRequest,
  ): Promise<void> {
    return this.assignRole.execute(userId, roleId, window);
  }

  /** Take a role from a user. */
  @Delete(':roleId')
  @HttpCode(204)
  @RequirePermission('role:assign')
  revoke(@UuidParam('userId') userId: string, @UuidParam('roleId') roleId: string): Promise<void> {
    return this.revokeRole.execute(userId, roleId);
  }
}
