import { Injectable } from '@nestjs/common';
import {
  AccessPolicy,
  AuthorizationChanges,
  PendingAccountChanges,
  SessionTerminator,
} from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { UserCache } from '../user-cache.js';
import type { UserStatus } from '../user-status.js';
import { UserRepository } from '../user.repository.js';

/** Disables a user, which ends all sessions and whatever waits for a mailed link, or enables one again. */
@Injectable()
export class ChangeUserStatus {
  constructor(
    private readonly users: UserRepository,
    private readonly access: AccessPolicy,
    private readonly changes: AuthorizationChanges,
    private readonly sessions: SessionTerminator,
    private readonly pendingChanges: PendingAccountChanges,
    private readonly cache: UserCache,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `version_mismatch`, `escalation_refused`, `last_superuser` */
  @Transactional()
  async execute(id: string, status: UserStatus, expectedVersion?: number): Promise<void> {
    await this.changes.serialize();
    const user = await this.users.findForUpdate(id);
    assertThat(user !== null, 'not_found');
    await this.access.assertCovers(id);
    assertThat(expectedVersion === undefined || expectedVersion === user.version, 'version_mismatch');
    if (user.status === status) return;
    const before = user.status;
    user.status = status;
    await this.users.save(user);
    if (status === 'disabled') {
      await this.sessions.endAllOf(id, 'user_disabled');
      await this.pendingChanges.cancelAllOf(id);
      await this.access.assertSuperuserRemains();
    }
    await this.changes.note('user', [id]);
    await this.cache.invalidate(id);
    const action = status === 'disabled' ? 'user.disabled' : 'user.enabled';
    await this.audit.execute({
      action,
      subjectType: 'user',
      subjectId: id,
      before: { status: before },
      after: { status },
    });
  }
}
