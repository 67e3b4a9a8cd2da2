import { Injectable } from '@nestjs/common';
import { UserCache } from '../user-cache.js';
import { UserRepository } from '../user.repository.js';
import type { VerifiedUser } from './verify-password.js';

/**
 * Notes that a user has just logged in. Belongs into the transaction that opens the session, after it: opening keeps
 * changes of the password waiting.
 */
@Injectable()
export class NoteLogin {
  constructor(
    private readonly users: UserRepository,
    private readonly cache: UserCache,
  ) {}

  /** @returns the address of who logged in; null when the password was changed since it was verified: then nobody has */
  async execute({ id, passwordSetAt }: VerifiedUser): Promise<string | null> {
    const email = await this.users.noteLogin(id, passwordSetAt);
    // Other instances may show the login before this one for some seconds; telling them at each would cost more.
    this.cache.forget(id);
    return email;
  }
}
