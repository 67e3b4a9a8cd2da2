import { Injectable } from '@nestjs/common';
import { UserCache } from '../user-cache.js';
import { UserRepository } from '../user.repository.js';

/** Notes that a user has just logged in. */
@Injectable()
export class NoteLogin {
  constructor(
    private readonly users: UserRepository,
    private readonly cache: UserCache,
  ) {}

  async execute(userId: string): Promise<void> {
    await this.users.noteLogin(userId);
    // Other instances may show the login before this one for some seconds; telling them at each would cost more.
    this.cache.forget(userId);
  }
}
