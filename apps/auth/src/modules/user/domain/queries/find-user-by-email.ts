import { Injectable } from '@nestjs/common';
import { normalizeEmail } from '../email-address.js';
import { UserRepository } from '../user.repository.js';
import type { UserView } from '../user.view.js';

/** Finds a user by e-mail address. */
@Injectable()
export class FindUserByEmail {
  constructor(private readonly users: UserRepository) {}

  /** @returns null when nobody has it */
  async execute(email: string): Promise<UserView | null> {
    return this.users.findViewByEmail(normalizeEmail(email));
  }
}
