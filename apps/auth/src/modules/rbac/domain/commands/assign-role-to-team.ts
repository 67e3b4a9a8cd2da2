import { Injectable } from '@nestjs/common';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { AssignableRole } from '../assignable-role.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';
import { assertWindow, type ValidityWindow, withWindow } from '../validity-window.js';

/** How a team carries a role. */
export interface TeamRoleTerms extends ValidityWindow {
  /** Holds for resources of the team alone; everywhere when nothing is said. */
  readonly teamScoped?: boolean;
}

/** Makes a team carry a role: all its members have it. Given again, the terms are changed. */
@Injectable()
export class AssignRoleToTeam {
  constructor(
    private readonly assignable: AssignableRole,
    private readonly assignments: RoleAssignmentRepository,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `invalid_window`, `escalation_refused`, `grant_outlives_own`, `separation_of_duty` */
  @Transactional()
  async execute(
    teamId: string,
    roleId: string,
    { teamScoped = false, ...window }: TeamRoleTerms = {},
  ): Promise<void> {
    assertWindow(window);
    const role = await this.assignable.lock(roleId, window.validUntil);
    assertThat(await this.assignments.holdTeam(teamId), 'not_found', { detail: 'There is no such team.' });
    const before = await this.assignments.findOfTeam(teamId, roleId);
    const grantedBy = this.context.actor?.userId ?? null;
    const after = await withWindow(() =>
      this.assignments.upsertOfTeam({ teamId, roleId, teamScoped }, window, grantedBy),
    );
    await this.changes.note('team', [teamId]);
    await this.access.assertDutiesSeparated();
    await this.audit.execute({
      action: 'team.role_assigned',
      subjectType: 'team',
      subjectId: teamId,
      concerns: [{ subjectType: 'role', subjectId: roleId }],
      before: before && { roleId, role: role.name, ...before },
      after: { roleId, role: role.name, ...after },
    });
  }
}
