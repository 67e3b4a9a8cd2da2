import { Injectable } from '@nestjs/common';
import { type PermissionName, PermissionSet } from '@auth-service/authorization';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { PermissionGrantRepository } from '../permission-grant.repository.js';

/** Takes a permission that a user has without a role. */
@Injectable()
export class RevokePermission {
  constructor(
    private readonly grants: PermissionGrantRepository,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `escalation_refused` */
  @Transactional()
  async execute(userId: string, permission: PermissionName): Promise<void> {
    await this.changes.serialize();
    await this.access.assertMayBestow(new PermissionSet([permission]), 'rbac:bind', new Date());
    const before = await this.grants.delete(userId, permission);
    assertThat(before !== null, 'not_found');
    await this.changes.note('user', [userId]);
    await this.audit.execute({
      action: 'permission.revoked',
      subjectType: 'user',
      subjectId: userId,
      before,
    });
  }
}
