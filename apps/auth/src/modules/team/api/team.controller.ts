import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { IfMatch, UuidParam } from '../../../core/http/index.js';
import { CreateTeam } from '../domain/commands/create-team.js';
import { DeleteTeam } from '../domain/commands/delete-team.js';
import { UpdateTeam } from '../domain/commands/update-team.js';
import { GetTeam } from '../domain/queries/get-team.js';
import { ListTeams } from '../domain/queries/list-teams.js';
import { ListTeamsOfUser } from '../domain/queries/list-teams-of-user.js';
import {
  CreateTeamRequest,
  type MembershipPage,
  type TeamPage,
  TeamQuery,
  type TeamResponse,
  TeamsQuery,
  UpdateTeamRequest,
} from './team.dto.js';

@ApiTags('teams')
@Controller('auth/v1')
export class TeamController {
  constructor(
    private readonly listTeams: ListTeams,
    private readonly getTeam: GetTeam,
    private readonly listTeamsOfUser: ListTeamsOfUser,
    private readonly createTeam: CreateTeam,
    private readonly updateTeam: UpdateTeam,
    private readonly deleteTeam: DeleteTeam,
  ) {}

  /** List teams by name. */
  @Get('teams')
  @RequirePermission('team:read')
  list(@Query() query: TeamsQuery): Promise<TeamPage> {
    return this.listTeams.execute(query) as Promise<TeamPage>;
  }

  /** Make a team. */
  @Post('teams')
  @RequirePermission('team:create')
  create(@Body() team: CreateTeamRequest): Promise<TeamResponse> {
    return this.createTeam.execute(team);
  }

  /** Read a team. */
  @Get('teams/:id')
  @RequirePermission('team:read')
  find(@UuidParam() id: string): Promise<TeamResponse> {
    return this.getTeam.execute(id);
  }

  /** Change the name or the description of a team. */
  @Patch('teams/:id')
  @RequirePermission('team:update')
  update(
    @UuidParam() id: string,
    @Body() changes: UpdateTeamRequest,
    @IfMatch() version?: number,
  ): Promise<TeamResponse> {
    return this.updateTeam.execute(id, changes, version);
  }

  /** Delete a team: what it carried ends. */
  @Delete('teams/:id')
  @HttpCode(204)
  @RequirePermission('team:delete')
  remove(@UuidParam() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deleteTeam.execute(id, version);
  }

  /** List the teams that a user is in. */
  @Get('users/:id/teams')
  @RequirePermission('team:read')
  ofUser(@UuidParam() id: string, @Query() query: TeamQuery): Promise<MembershipPage> {
    return this.listTeamsOfUser.execute(id, query) as Promise<MembershipPage>;
  }
}
