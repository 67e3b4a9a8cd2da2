import { Injectable } from '@nestjs/common';
import { GetUser, HashNewPassword, SetUserPassword } from '../../../user/index.js';
import { ConfirmOwnPassword } from './confirm-own-password.js';

/** Changes one's own password. All sessions end, this one too, and the owner is told by mail. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly getUser: GetUser,
    private readonly confirmOwnPassword: ConfirmOwnPassword,
    private readonly hashNewPassword: HashNewPassword,
    private readonly setUserPassword: SetUserPassword,
  ) {}

  /** @throws AppError `invalid_credentials`, `weak_password`, `too_many_attempts`, `overloaded` */
  async execute(userId: string, currentPassword: string, password: string): Promise<void> {
    const { email } = await this.getUser.execute(userId);
    await this.confirmOwnPassword.execute(email, currentPassword, 'currentPassword');
    const checked = await this.hashNewPassword.execute(email, password, userId);
    await this.setUserPassword.replace(userId, checked, 'user.password_changed');
  }
}
