import { Injectable } from '@nestjs/common';
import { UserRepository } from '../user.repository.js';

/** Tells whether somebody can log in with a password. */
@Injectable()
export class HasPassword {
  constructor(private readonly users: UserRepository) {}

  execute(userId: string): Promise<boolean> {
    return this.users.hasPassword(userId);
  }
}
