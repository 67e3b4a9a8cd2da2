import { Injectable } from '@nestjs/common';
import { type PermissionName, PermissionSet } from '@auth-service/authorization';
import { AccessPolicy, AuthorizationChanges } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GetUser } from '../../../user/index.js';
import { PermissionGrantRepository } from '../permission-grant.repository.js';
import { assertWindow, type ValidityWindow, withWindow } from '../validity-window.js';

/** Gives a user one permission without a role, for a time or for good. Given again, the time is changed. */
@Injectable()
export class GrantPermission {
  constructor(
    private readonly grants: PermissionGrantRepository,
    private readonly getUser: GetUser,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `invalid_window`, `escalation_refused`, `grant_outlives_own` */
  @Transactional()
  async execute(userId: string, permission: PermissionName, window: ValidityWindow = {}): Promise<void> {
    assertWindow(window);
    await this.changes.serialize();
    await this.getUser.execute(userId);
    await this.access.assertMayBestow(new PermissionSet([permission]), 'rbac:bind', window.validUntil);
    const before = await this.grants.find(userId, permission);
    const grantedBy = this.context.actor?.userId ?? null;
    const after = await withWindow(() => this.grants.upsert(userId, permission, window, grantedBy));
    assertThat(after !== null, 'not_found', { detail: 'There is no such permission.' });
    await this.changes.note('user', [userId]);
    await this.audit.execute({
      action: 'permission.granted',
      subjectType: 'user',
      subjectId: userId,
      before,
      after,
    });
  }
}
