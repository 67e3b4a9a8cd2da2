import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { IfMatch, UuidParam } from '../../../core/http/index.js';
import { CreatePermission } from '../domain/commands/create-permission.js';
import { DeletePermission } from '../domain/commands/delete-permission.js';
import { UpdatePermission } from '../domain/commands/update-permission.js';
import { GetPermission } from '../domain/queries/get-permission.js';
import { ListPermissions } from '../domain/queries/list-permissions.js';
import {
  CreatePermissionRequest,
  type PermissionPage,
  type PermissionResponse,
  UpdatePermissionRequest,
} from './catalogue.dto.js';
import { PermissionQuery } from './list-query.dto.js';

@ApiTags('catalogue')
@Controller('auth/v1/permissions')
export class PermissionController {
  constructor(
    private readonly listPermissions: ListPermissions,
    private readonly getPermission: GetPermission,
    private readonly createPermission: CreatePermission,
    private readonly updatePermission: UpdatePermission,
    private readonly deletePermission: DeletePermission,
  ) {}

  /** List permissions. */
  @Get()
  @RequirePermission('permission:read')
  list(@Query() query: PermissionQuery): Promise<PermissionPage> {
    return this.listPermissions.execute(query) as Promise<PermissionPage>;
  }

  /** Make a permission. */
  @Post()
  @RequirePermission('permission:create')
  create(@Body() permission: CreatePermissionRequest): Promise<PermissionResponse> {
    return this.createPermission.execute(permission);
  }

  /** Read a permission. */
  @Get(':id')
  @RequirePermission('permission:read')
  find(@UuidParam() id: string): Promise<PermissionResponse> {
    return this.getPermission.execute(id);
  }

  /** Change a permission. */
  @Patch(':id')
  @RequirePermission('permission:update')
  update(
    @UuidParam() id: string,
    @Body() changes: UpdatePermissionRequest,
    @IfMatch() version?: number,
  ): Promise<PermissionResponse> {
    return this.updatePermission.execute(id, changes, version);
  }

  /** Delete a permission that is not in use. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('permission:delete')
  remove(@UuidParam() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deletePermission.execute(id, version);
  }
}
