import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { MailOutbox } from '../../../../core/mail/index.js';
import { GetUser, HashNewPassword, type NewPassword, SetUserPassword } from '../../../user/index.js';
import { ConfirmOwnPassword } from './confirm-own-password.js';

/** Changes one's own password. All sessions end, this one too, and the owner is told by mail. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly getUser: GetUser,
    private readonly confirmOwnPassword: ConfirmOwnPassword,
    private readonly hashNewPassword: HashNewPassword,
    private readonly setUserPassword: SetUserPassword,
    private readonly outbox: MailOutbox,
  ) {}

  /** @throws AppError `invalid_credentials`, `weak_password`, `too_many_attempts`, `overloaded` */
  async execute(userId: string, currentPassword: string, password: string): Promise<void> {
    const { email, locale } = await this.getUser.execute(userId);
    await this.confirmOwnPassword.execute(email, currentPassword, 'currentPassword');
    const checked = await this.hashNewPassword.execute(email, password, userId);
    await this.change(userId, checked, email, locale);
  }

  @Transactional()
  protected async change(
    userId: string,
    password: NewPassword,
    email: string,
    locale: string,
  ): Promise<void> {
    await this.setUserPassword.replace(userId, password, 'user.password_changed');
    await this.outbox.queue('password-changed', email, { locale });
  }
}
