import { Injectable } from '@nestjs/common';
import {
  AccessPolicy,
  Authenticators,
  PendingAccountChanges,
  SessionTerminator,
} from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { UserRepository } from '../user.repository.js';
import type { UserView } from '../user.view.js';

/** Takes a user's password away, for example one that others know. All sessions end, and whatever waits for a mailed link. */
@Injectable()
export class WithdrawPassword {
  constructor(
    private readonly users: UserRepository,
    private readonly access: AccessPolicy,
    private readonly sessions: SessionTerminator,
    private readonly authenticators: Authenticators,
    private readonly pendingChanges: PendingAccountChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `conflict` for a disabled account, `escalation_refused` (rule E4) */
  @Transactional()
  async execute(id: string): Promise<UserView> {
    assertThat((await this.users.findForUpdate(id)) !== null, 'not_found');
    await this.access.assertCovers(id);
    const user = await this.users.findView(id);
    assertThat(user?.status === 'active', 'conflict', { detail: 'This account is disabled.' });
    await this.users.removePassword(id);
    await this.sessions.endAllOf(id, 'password_withdrawn');
    await this.authenticators.forgetDevicesOf(id);
    await this.pendingChanges.cancelAllOf(id);
    await this.audit.execute({ action: 'user.password_withdrawn', subjectType: 'user', subjectId: id });
    return user;
  }
}
