import { Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { AddManager } from '../domain/commands/add-manager.js';
import { RemoveManager } from '../domain/commands/remove-manager.js';
import { ListManagers } from '../domain/queries/list-managers.js';
import type { GroupManagerPage } from './group-people.dto.js';
import { VisibilityGroupQuery } from './visibility-group.dto.js';

@ApiTags('visibility groups')
@Controller('auth/v1/visibility-groups/:id/managers')
export class GroupManagerController {
  constructor(
    private readonly listManagers: ListManagers,
    private readonly addManager: AddManager,
    private readonly removeManager: RemoveManager,
  ) {}

  /** List the managers of a visibility group. */
  @Get()
  @RequirePermission('visibility_group:read')
  list(@UuidParam() id: string, @Query() query: VisibilityGroupQuery): Promise<GroupManagerPage> {
    return this.listManagers.execute(id, query) as Promise<GroupManagerPage>;
  }

  /** Make a user a manager of a visibility group. */
  @Put(':userId')
  @HttpCode(204)
  @RequirePermission('visibility_group:assign')
  add(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.addManager.execute(id, userId);
  }

  /** Make a user no longer a manager of a visibility group. */
  @Delete(':userId')
  @HttpCode(204)
  @RequirePermission('visibility_group:assign')
  remove(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.removeManager.execute(id, userId);
  }
}
