import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { type BulkResponse, UsersRequest, UuidParam } from '../../../core/http/index.js';
import { AssignRoleToUsers } from '../domain/commands/assign-role-to-users.js';
import { RevokeRoleFromUsers } from '../domain/commands/revoke-role-from-users.js';
import { ListRoleHolders } from '../domain/queries/list-role-holders.js';
import { BulkAssignmentRequest, type RoleHolderPage } from './assignment.dto.js';
import { RoleHolderQuery } from './list-query.dto.js';

@ApiTags('roles')
@Controller('auth/v1/roles/:id/assignments')
export class RoleAssignmentController {
  constructor(
    private readonly listRoleHolders: ListRoleHolders,
    private readonly assignRoleToUsers: AssignRoleToUsers,
    private readonly revokeRoleFromUsers: RevokeRoleFromUsers,
  ) {}

  /** List the users and teams that were given a role. */
  @Get()
  @RequirePermission('role:read')
  list(@UuidParam() id: string, @Query() query: RoleHolderQuery): Promise<RoleHolderPage> {
    return this.listRoleHolders.execute(id, query) as Promise<RoleHolderPage>;
  }

  /** Give a role to many users. */
  @Post()
  @HttpCode(200)
  @RequirePermission('role:assign')
  async assign(
    @UuidParam() id: string,
    @Body() { userIds, ...window }: BulkAssignmentRequest,
  ): Promise<BulkResponse> {
    return { items: await this.assignRoleToUsers.execute(id, userIds, window) };
  }

  /** Take a role from many users. */
  @Post('revoke')
  @HttpCode(200)
  @RequirePermission('role:assign')
  async revoke(@UuidParam() id: string, @Body() { userIds }: UsersRequest): Promise<BulkResponse> {
    return { items: await this.revokeRoleFromUsers.execute(id, userIds) };
  }
}
