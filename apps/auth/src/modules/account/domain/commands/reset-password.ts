import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import {
  ConfirmUserEmail,
  GetUser,
  HashNewPassword,
  type NewPassword,
  SetUserPassword,
  type UserView,
} from '../../../user/index.js';

/** Sets a new password for the holder of a mailed link. All sessions end, and the owner is told by mail. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly tokens: OneTimeTokens,
    private readonly getUser: GetUser,
    private readonly hashNewPassword: HashNewPassword,
    private readonly setUserPassword: SetUserPassword,
    private readonly confirmUserEmail: ConfirmUserEmail,
  ) {}

  /** @throws AppError `invalid_link`, `weak_password`, `overloaded` */
  async execute(token: string, password: string): Promise<void> {
    // A password that is refused does not use the link up.
    const subject = await this.tokens.look(token, 'password_reset');
    assertThat(subject?.subjectId != null, 'invalid_link');
    const user = await this.getUser.execute(subject.subjectId);
    assertThat(user.status === 'active', 'invalid_link');
    await this.store(token, user, await this.hashNewPassword.execute(user.email, password, user.id));
  }

  @Transactional()
  protected async store(token: string, user: UserView, password: NewPassword): Promise<void> {
    assertThat((await this.tokens.consume(token, 'password_reset')) !== null, 'invalid_link');
    await this.setUserPassword.replace(user.id, password, 'user.password_reset');
    // Who read the mail has the address.
    await this.confirmUserEmail.execute(user.id, user.email);
  }
}
