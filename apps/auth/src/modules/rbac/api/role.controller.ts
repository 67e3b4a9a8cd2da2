import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { IfMatch, UuidParam } from '../../../core/http/index.js';
import { CreateRole } from '../domain/commands/create-role.js';
import { DeleteRole } from '../domain/commands/delete-role.js';
import { RequireSecondFactorForRole } from '../domain/commands/require-second-factor-for-role.js';
import { SetRolePermissions } from '../domain/commands/set-role-permissions.js';
import { SetRoleParents } from '../domain/commands/set-role-parents.js';
import { UpdateRole } from '../domain/commands/update-role.js';
import { DescribeRole } from '../domain/queries/describe-role.js';
import { ListRoleParents } from '../domain/queries/list-role-parents.js';
import { ListRolePermissions } from '../domain/queries/list-role-permissions.js';
import { ListRoles } from '../domain/queries/list-roles.js';
import { NamedQuery, RoleQuery } from './list-query.dto.js';
import {
  CreateRoleRequest,
  type RoleDescriptionResponse,
  type RolePage,
  RoleParentsRequest,
  type RolePermissionPage,
  RolePermissionsRequest,
  RoleSecondFactorRequest,
  type RoleResponse,
  UpdateRoleRequest,
} from './role.dto.js';

@ApiTags('roles')
@Controller('auth/v1/roles')
export class RoleController {
  constructor(
    private readonly listRoles: ListRoles,
    private readonly describeRole: DescribeRole,
    private readonly listRolePermissions: ListRolePermissions,
    private readonly listRoleParents: ListRoleParents,
    private readonly createRole: CreateRole,
    private readonly updateRole: UpdateRole,
    private readonly requireSecondFactor: RequireSecondFactorForRole,
    private readonly setRolePermissions: SetRolePermissions,
    private readonly setRoleParents: SetRoleParents,
    private readonly deleteRole: DeleteRole,
  ) {}

  /** List roles. */
  @Get()
  @RequirePermission('role:read')
  list(@Query() query: RoleQuery): Promise<RolePage> {
    return this.listRoles.execute(query) as Promise<RolePage>;
  }

  /** Make a role. */
  @Post()
  @RequirePermission('role:create')
  create(@Body() role: CreateRoleRequest): Promise<RoleResponse> {
    return this.createRole.execute(role) as Promise<RoleResponse>;
  }

  /** Read a role. */
  @Get(':id')
  @RequirePermission('role:read')
  find(@UuidParam() id: string): Promise<RoleDescriptionResponse> {
    return this.describeRole.execute(id) as Promise<RoleDescriptionResponse>;
  }

  /** Change a role. */
  @Patch(':id')
  @RequirePermission('role:update')
  update(
    @UuidParam() id: string,
    @Body() changes: UpdateRoleRequest,
    @IfMatch() version?: number,
  ): Promise<RoleResponse> {
    return this.updateRole.execute(id, changes, version) as Promise<RoleResponse>;
  }

  /** List the permissions and wildcards that a role itself holds; what it inherits is not listed. */
  @Get(':id/permissions')
  @RequirePermission('role:read')
  permissions(@UuidParam() id: string, @Query() query: NamedQuery): Promise<RolePermissionPage> {
    return this.listRolePermissions.execute(id, query) as Promise<RolePermissionPage>;
  }

  /** Make a role hold exactly these permissions. */
  @Put(':id/permissions')
  @RequirePermission('role:update')
  setPermissions(
    @UuidParam() id: string,
    @Body() { permissions }: RolePermissionsRequest,
    @IfMatch() version?: number,
  ): Promise<RoleResponse> {
    return this.setRolePermissions.execute(id, permissions, version) as Promise<RoleResponse>;
  }

  /** List the roles that a role inherits from directly. */
  @Get(':id/parents')
  @RequirePermission('role:read')
  parents(@UuidParam() id: string, @Query() query: NamedQuery): Promise<RolePage> {
    return this.listRoleParents.execute(id, query) as Promise<RolePage>;
  }

  /** Make a role inherit from exactly these roles. */
  @Put(':id/parents')
  @RequirePermission('role:update')
  setParents(
    @UuidParam() id: string,
    @Body() { parentIds }: RoleParentsRequest,
    @IfMatch() version?: number,
  ): Promise<RoleResponse> {
    return this.setRoleParents.execute(id, parentIds, version) as Promise<RoleResponse>;
  }

  /** Say whether a role holds only with a second factor. */
  @Put(':id/second-factor')
  @RequirePermission('role:update')
  setSecondFactor(
    @UuidParam() id: string,
    @Body() { required }: RoleSecondFactorRequest,
    @IfMatch() version?: number,
  ): Promise<RoleResponse> {
    return this.requireSecondFactor.execute(id, required, version) as Promise<RoleResponse>;
  }

  /** Delete a role that nobody has. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('role:delete')
  remove(@UuidParam() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deleteRole.execute(id, version);
  }
}
