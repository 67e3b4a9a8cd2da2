import { Injectable } from '@nestjs/common';
import type { TeamRoleView } from '../rbac.view.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

/** Lists the roles that a team carries, whatever their time; none for an unknown team. */
@Injectable()
export class ListTeamRoles {
  constructor(private readonly assignments: RoleAssignmentRepository) {}

  execute(teamId: string): Promise<readonly TeamRoleView[]> {
    return this.assignments.listOfTeam(teamId);
  }
}
