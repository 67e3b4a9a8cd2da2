import { Body, Controller, Delete, Get, HttpCode, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { UuidParam } from '../../../core/http/index.js';
import { AssignRoleToTeam } from '../domain/commands/assign-role-to-team.js';
import { RevokeRoleFromTeam } from '../domain/commands/revoke-role-from-team.js';
import { ListTeamRoles } from '../domain/queries/list-team-roles.js';
import { type TeamRolePage, TeamRoleRequest } from './assignment.dto.js';
import { AssignmentQuery } from './list-query.dto.js';

@ApiTags('teams')
@Controller('auth/v1/teams/:teamId/roles')
export class TeamRoleController {
  constructor(
    private readonly listTeamRoles: ListTeamRoles,
    private readonly assignRoleToTeam: AssignRoleToTeam,
    private readonly revokeRoleFromTeam: RevokeRoleFromTeam,
  ) {}

  /** List the roles that a team carries. */
  @Get()
  @RequirePermission('role:read')
  list(@UuidParam('teamId') teamId: string, @Query() query: AssignmentQuery): Promise<TeamRolePage> {
    return this.listTeamRoles.execute(teamId, query) as Promise<TeamRolePage>;
  }

  /** Make a team carry a role. */
  @Put(':roleId')
  @HttpCode(204)
  @RequirePermission('role:assign')
  assign(
    @UuidParam('teamId') teamId: string,
    @UuidParam('roleId') roleId: string,
    @Body() terms?: TeamRoleRequest,
  ): Promise<void> {
    return this.assignRoleToTeam.execute(teamId, roleId, terms);
  }

  /** Take a role from a team. */
  @Delete(':roleId')
  @HttpCode(204)
  @RequirePermission('role:assign')
  revoke(@UuidParam('teamId') teamId: string, @UuidParam('roleId') roleId: string): Promise<void> {
    return this.revokeRoleFromTeam.execute(teamId, roleId);
  }
}
