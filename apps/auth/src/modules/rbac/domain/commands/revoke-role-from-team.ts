import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { AssignableRole } from '../assignable-role.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';

/** Takes a role from a team, and by that from its members. */
@Injectable()
export class RevokeRoleFromTeam {
  constructor(
    private readonly assignable: AssignableRole,
    private readonly assignments: RoleAssignmentRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `escalation_refused` */
  @Transactional()
  async execute(teamId: string, roleId: string): Promise<void> {
    const role = await this.assignable.lockToTake(roleId);
    const before = await this.assignments.deleteOfTeam(teamId, roleId);
    assertThat(before !== null, 'not_found');
    await this.changes.note('team', [teamId]);
    await this.audit.execute({
      action: 'team.role_revoked',
      subjectType: 'team',
      subjectId: teamId,
      concerns: [{ subjectType: 'role', subjectId: roleId }],
      before: { roleId, role: role.name, ...before },
    });
  }
}
