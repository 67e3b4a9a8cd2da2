import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { isDatabaseFault, Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { RoleAssignmentRepository } from '../role-assignment.repository.js';
import { RoleRepository } from '../role.repository.js';

/** Deletes a role that nobody has and nothing refers to. Deleted users and teams lose it for good. */
@Injectable()
export class DeleteRole {
  constructor(
    private readonly roles: RoleRepository,
    private readonly assignments: RoleAssignmentRepository,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `system_role`, `still_in_use` */
  @Transactional()
  async execute(id: string, expectedVersion?: number): Promise<void> {
    await this.changes.serialize();
    const role = await this.roles.findForUpdate(id);
    assertThat(role !== null, 'not_found');
    assertThat(!role.isSystem, 'system_role');
    assertThat(expectedVersion === undefined || expectedVersion === role.version, 'version_mismatch');
    assertThat(!(await this.assignments.existsForRole(id)), 'still_in_use', {
      detail: 'Take the role from everybody first.',
    });
    const before = await this.roles.findView(id);
    const deletedTeamIds = await this.assignments.deleteOfRole(id);
    await this.delete(id);
    await this.changes.note('role', [id]);
    await this.audit.execute({
      action: 'role.deleted',
      subjectType: 'role',
      subjectId: id,
      concerns: deletedTeamIds.map((teamId) => ({ subjectType: 'team', subjectId: teamId })),
      before: { ...before, deletedTeamIds },
    });
  }

  private async delete(id: string): Promise<void> {
    try {
      await this.roles.delete(id);
    } catch (error) {
      if (!isDatabaseFault(error, 'foreign_key')) throw error;
      throw new AppError('still_in_use', {
        detail: 'Another role inherits from it, or a rule of separation of duty names it.',
      });
    }
  }
}
