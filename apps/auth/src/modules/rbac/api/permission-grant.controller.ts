import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { isPermissionName, type PermissionName } from '@auth-service/authorization';
import { RequirePermission } from '../../../core/access/index.js';
import { AppError } from '../../../core/errors/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { GrantPermission } from '../domain/commands/grant-permission.js';
import { RevokePermission } from '../domain/commands/revoke-permission.js';
import { ListPermissionGrants } from '../domain/queries/list-permission-grants.js';
import { type PermissionGrantPage, ValidityRequest } from './assignment.dto.js';
import { AssignmentQuery } from './list-query.dto.js';

@ApiTags('roles')
@Controller('auth/v1/users/:userId/grants')
export class PermissionGrantController {
  constructor(
    private readonly listPermissionGrants: ListPermissionGrants,
    private readonly grantPermission: GrantPermission,
    private readonly revokePermission: RevokePermission,
  ) {}

  /** List the permissions that a user has without a role. */
  @Get()
  @RequirePermission('role:read')
  list(@UuidParam('userId') userId: string, @Query() query: AssignmentQuery): Promise<PermissionGrantPage> {
    return this.listPermissionGrants.execute(userId, query) as Promise<PermissionGrantPage>;
  }

  /** Give a user one permission without a role. */
  @Put(':permission')
  @HttpCode(204)
  @RequirePermission('role:assign')
  grant(
    @UuidParam('userId') userId: string,
    @Param('permission') permission: string,
    @Body() window?: ValidityRequest,
  ): Promise<void> {
    return this.grantPermission.execute(userId, asName(permission), window);
  }

  /** Take a permission that a user has without a role. */
  @Delete(':permission')
  @HttpCode(204)
  @RequirePermission('role:assign')
  revoke(@UuidParam('userId') userId: string, @Param('permission') permission: string): Promise<void> {
    return this.revokePermission.execute(userId, asName(permission));
  }
}

function asName(text: string): PermissionName {
  if (isPermissionName(text)) return text;
  throw AppError.forField('invalid_request', 'permission', 'permission must be resource:action, without *');
}
