import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { WithdrawPassword } from '../../../user/index.js';

/**
 * Makes somebody set a new password: the old one is worth nothing from now on, all sessions end, and a mail brings the
 * link. Nobody but the owner of the address ever knows the new one.
 */
@Injectable()
export class ForcePasswordReset {
  constructor(
    private readonly withdrawPassword: WithdrawPassword,
    private readonly outbox: MailOutbox,
  ) {}

  /** @throws AppError `not_found`, `conflict` for a disabled account, `escalation_refused` (rule E4) */
  @Transactional()
  async execute(userId: string): Promise<void> {
    const { email } = await this.withdrawPassword.execute(userId);
    await this.outbox.queue('password-reset', email);
  }
}
