import { Injectable } from '@nestjs/common';
import {
  AccessPolicy,
  Authenticators,
  PendingAccountChanges,
  SessionTerminator,
} from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { LiveSettings } from '../../../../core/settings/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import type { NewPassword } from '../new-password.js';
import { refuseShortPassword } from '../password-policy.js';
import { UserRepository } from '../user.repository.js';
import { HashNewPassword } from './hash-new-password.js';

/** How a password came to be set, as the audit log calls it. */
export type PasswordChange = 'user.password_set' | 'user.password_changed' | 'user.password_reset';

/**
 * Sets a user's password: as an administrator, or one's own. All sessions end, and whatever waits for a
 * mailed link; the owner is told by mail.
 */
@Injectable()
export class SetUserPassword {
  constructor(
    private readonly users: UserRepository,
    private readonly hashNewPassword: HashNewPassword,
    private readonly access: AccessPolicy,
    private readonly sessions: SessionTerminator,
    private readonly authenticators: Authenticators,
    private readonly pendingChanges: PendingAccountChanges,
    private readonly outbox: MailOutbox,
    private readonly settings: LiveSettings,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`, `weak_password`, `escalation_refused` */
  async execute(id: string, password: string): Promise<void> {
    const user = await this.users.findView(id);
    assertThat(user !== null, 'not_found');
    await this.access.assertCovers(id);
    const checked = await this.hashNewPassword.execute(user.email, password, id);
    await this.replace(id, checked, 'user.password_set');
  }

  /**
   * Replaces a password by one that was checked and hashed already: by the owner, who has shown who they are.
   *
   * @throws AppError `not_found`, `weak_password`
   */
  @Transactional()
  async replace(id: string, password: NewPassword, action: PasswordChange): Promise<void> {
    const user = await this.users.findForUpdate(id);
    assertThat(user !== null, 'not_found');
    // The factor may have gone since the password was checked.
    if (password.needsSecondFactor && !(await this.authenticators.hasSecondFactor(id)))
      refuseShortPassword(this.settings.values.passwordMinLength);
    await this.users.savePassword(id, password);
    await this.sessions.endAllOf(id, 'password_changed');
    await this.authenticators.forgetDevicesOf(id);
    await this.pendingChanges.cancelAllOf(id);
    await this.outbox.queue('password-changed', user.email, { locale: user.locale });
    await this.audit.execute({ action, subjectType: 'user', subjectId: id });
  }
}
