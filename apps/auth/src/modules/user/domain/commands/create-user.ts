import { Injectable } from '@nestjs/common';
import { ProfileSchema } from '../profile-schema.js';
import type { NewUser, UserView } from '../user.view.js';
import { AddUser } from './add-user.js';
import { HashNewPassword } from './hash-new-password.js';

/** Makes a user as an administrator. Without a password nobody can log in with one until it is set. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly schema: ProfileSchema,
    private readonly hashNewPassword: HashNewPassword,
    private readonly addUser: AddUser,
  ) {}

  /** @throws AppError `already_exists`, `weak_password`, `invalid_attributes` */
  async execute({ password, ...user }: NewUser): Promise<UserView> {
    this.schema.assertValid(user.attributes ?? {});
    // Outside of the transaction: a hash takes its time, and a waiting connection is of no use to anybody.
    const passwordHash =
      password === undefined ? null : (await this.hashNewPassword.execute(user.email, password)).hash;
    return this.addUser.execute(user, { passwordHash, emailVerified: false });
  }
}
