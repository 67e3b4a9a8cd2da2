import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { IfMatch, UuidParam } from '../../../core/http/index.js';
import { CreateVisibilityGroup } from '../domain/commands/create-visibility-group.js';
import { DeleteVisibilityGroup } from '../domain/commands/delete-visibility-group.js';
import { MoveVisibilityGroup } from '../domain/commands/move-visibility-group.js';
import { UpdateVisibilityGroup } from '../domain/commands/update-visibility-group.js';
import { GetVisibilityGroup } from '../domain/queries/get-visibility-group.js';
import { GetVisibilityGroupTree } from '../domain/queries/get-visibility-group-tree.js';
import { ListVisibilityGroups } from '../domain/queries/list-visibility-groups.js';
import {
  CreateVisibilityGroupRequest,
  DeleteVisibilityGroupQuery,
  UpdateVisibilityGroupRequest,
  type VisibilityGroupPage,
  VisibilityGroupParentRequest,
  VisibilityGroupsQuery,
  type VisibilityGroupResponse,
  type VisibilityGroupTreeResponse,
} from './visibility-group.dto.js';

@ApiTags('visibility groups')
@Controller('auth/v1/visibility-groups')
export class VisibilityGroupController {
  constructor(
    private readonly listGroups: ListVisibilityGroups,
    private readonly getTree: GetVisibilityGroupTree,
    private readonly getGroup: GetVisibilityGroup,
    private readonly createGroup: CreateVisibilityGroup,
    private readonly updateGroup: UpdateVisibilityGroup,
    private readonly moveGroup: MoveVisibilityGroup,
    private readonly deleteGroup: DeleteVisibilityGroup,
  ) {}

  /** List visibility groups by name. */
  @Get()
  @RequirePermission('visibility_group:read')
  list(@Query() query: VisibilityGroupsQuery): Promise<VisibilityGroupPage> {
    return this.listGroups.execute(query) as Promise<VisibilityGroupPage>;
  }

  /** Read the whole tree of visibility groups. */
  @Get('tree')
  @RequirePermission('visibility_group:read')
  async tree(): Promise<VisibilityGroupTreeResponse> {
    return { items: [...(await this.getTree.execute())] };
  }

  /** Make a visibility group. */
  @Post()
  @RequirePermission('visibility_group:create')
  create(@Body() group: CreateVisibilityGroupRequest): Promise<VisibilityGroupResponse> {
    return this.createGroup.execute(group);
  }

  /** Read a visibility group. */
  @Get(':id')
  @RequirePermission('visibility_group:read')
  find(@UuidParam() id: string): Promise<VisibilityGroupResponse> {
    return this.getGroup.execute(id);
  }

  /** Change the name or the description of a visibility group. */
  @Patch(':id')
  @RequirePermission('visibility_group:update')
  update(
    @UuidParam() id: string,
    @Body() changes: UpdateVisibilityGroupRequest,
    @IfMatch() version?: number,
  ): Promise<VisibilityGroupResponse> {
    return this.updateGroup.execute(id, changes, version);
  }

  /** Hang a visibility group, with all that is below it, elsewhere in the tree. */
  @Put(':id/parent')
  @RequirePermission('visibility_group:update')
  move(
    @UuidParam() id: string,
    @Body() { parentId }: VisibilityGroupParentRequest,
    @IfMatch() version?: number,
  ): Promise<VisibilityGroupResponse> {
    return this.moveGroup.execute(id, parentId, version);
  }

  /** Delete a visibility group; others take its members and the groups below it. */
  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('visibility_group:delete')
  remove(
    @UuidParam() id: string,
    @Query() successors: DeleteVisibilityGroupQuery,
    @IfMatch() version?: number,
  ): Promise<void> {
    return this.deleteGroup.execute(id, successors, version);
  }
}
