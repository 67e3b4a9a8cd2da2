import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { DeleteUser, GetUser } from '../../../user/index.js';
import { ConfirmOwnPassword } from './confirm-own-password.js';

/** Closes one's own account. All sessions end, and the owner is told by mail. */
@Injectable()
export class CloseAccount {
  constructor(
    private readonly getUser: GetUser,
    private readonly confirmOwnPassword: ConfirmOwnPassword,
    private readonly deleteUser: DeleteUser,
    private readonly outbox: MailOutbox,
  ) {}

  /** @throws AppError `invalid_credentials`, `last_superuser`, `too_many_attempts`, `overloaded` */
  async execute(userId: string, password: string): Promise<void> {
    const { email, locale } = await this.getUser.execute(userId);
    await this.confirmOwnPassword.execute(email, password, 'password');
    await this.close(userId, email, locale);
  }

  @Transactional()
  protected async close(userId: string, email: string, locale: string): Promise<void> {
    await this.deleteUser.execute(userId);
    await this.outbox.queue('account-closed', email, { locale });
  }
}
