import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { type BulkResponse, UsersRequest, UuidParam } from '../../../core/http/index.js';
import { MoveMember } from '../domain/commands/move-member.js';
import { MoveMembers } from '../domain/commands/move-members.js';
import { RemoveMember } from '../domain/commands/remove-member.js';
import { ListMembers } from '../domain/queries/list-members.js';
import type { GroupMemberPage } from './group-people.dto.js';
import { VisibilityGroupQuery } from './visibility-group.dto.js';

@ApiTags('visibility groups')
@Controller('auth/v1/visibility-groups/:id/members')
export class GroupMemberController {
  constructor(
    private readonly listMembers: ListMembers,
    private readonly moveMember: MoveMember,
    private readonly moveMembers: MoveMembers,
    private readonly removeMember: RemoveMember,
  ) {}

  /** List who was put into a visibility group. */
  @Get()
  @RequirePermission('visibility_group:read')
  list(@UuidParam() id: string, @Query() query: VisibilityGroupQuery): Promise<GroupMemberPage> {
    return this.listMembers.execute(id, query) as Promise<GroupMemberPage>;
  }

  /** Put many users into a visibility group, with a result for each. */
  @Post()
  @HttpCode(200)
  @RequirePermission('visibility_group:assign')
  async putMany(@UuidParam() id: string, @Body() { userIds }: UsersRequest): Promise<BulkResponse> {
    return { items: [...(await this.moveMembers.execute(id, userIds))] };
  }

  /** Put a user into a visibility group, out of the one they are in. */
  @Put(':userId')
  @HttpCode(204)
  @RequirePermission('visibility_group:assign')
  put(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.moveMember.execute(id, userId);
  }

  /** Take a user out of a visibility group, into the default one. */
  @Delete(':userId')
  @HttpCode(204)
  @RequirePermission('visibility_group:assign')
  remove(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.removeMember.execute(id, userId);
  }
}
