import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { type BulkResponse, UsersRequest, UuidParam } from '../../../core/http/index.js';
import { AddTeamMembers } from '../domain/commands/add-team-members.js';
import { RemoveTeamMember } from '../domain/commands/remove-team-member.js';
import { RemoveTeamMembers } from '../domain/commands/remove-team-members.js';
import { SetTeamManager } from '../domain/commands/set-team-manager.js';
import { ListTeamMembers } from '../domain/queries/list-team-members.js';
import { type TeamMemberPage, TeamQuery } from './team.dto.js';

@ApiTags('teams')
@Controller('auth/v1/teams/:id')
export class TeamMemberController {
  constructor(
    private readonly listMembers: ListTeamMembers,
    private readonly addMembers: AddTeamMembers,
    private readonly removeMember: RemoveTeamMember,
    private readonly removeMembers: RemoveTeamMembers,
    private readonly setManager: SetTeamManager,
  ) {}

  /** List who is in a team. */
  @Get('members')
  @RequirePermission('team:read')
  members(@UuidParam() id: string, @Query() query: TeamQuery): Promise<TeamMemberPage> {
    return this.listMembers.execute(id, query) as Promise<TeamMemberPage>;
  }

  /** Bring many users into a team, with a result for each. */
  @Post('members')
  @HttpCode(200)
  @RequirePermission('team:assign')
  async addMany(@UuidParam() id: string, @Body() { userIds }: UsersRequest): Promise<BulkResponse> {
    return { items: await this.addMembers.execute(id, userIds) };
  }

  /** Take many users out of a team, with a result for each. */
  @Post('members/remove')
  @HttpCode(200)
  @RequirePermission('team:assign')
  async removeMany(@UuidParam() id: string, @Body() { userIds }: UsersRequest): Promise<BulkResponse> {
    return { items: await this.removeMembers.execute(id, userIds) };
  }

  /** Bring a user into a team. */
  @Put('members/:userId')
  @HttpCode(204)
  @RequirePermission('team:assign')
  add(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.addMembers.executeForOne(id, userId);
  }

  /** Take a user out of a team. */
  @Delete('members/:userId')
  @HttpCode(204)
  @RequirePermission('team:assign')
  remove(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.removeMember.execute(id, userId);
  }

  /** List the managers of a team. */
  @Get('managers')
  @RequirePermission('team:read')
  managers(@UuidParam() id: string, @Query() query: TeamQuery): Promise<TeamMemberPage> {
    return this.listMembers.execute(id, query, true) as Promise<TeamMemberPage>;
  }

  /** Make a user a manager of a team; who is not in it comes in. */
  @Put('managers/:userId')
  @HttpCode(204)
  @RequirePermission('team:assign')
  addManager(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.setManager.execute(id, userId, true);
  }

  /** Make a user no longer a manager of a team; they stay in it. */
  @Delete('managers/:userId')
  @HttpCode(204)
  @RequirePermission('team:assign')
  removeManager(@UuidParam() id: string, @UuidParam('userId') userId: string): Promise<void> {
    return this.setManager.execute(id, userId, false);
  }
}
