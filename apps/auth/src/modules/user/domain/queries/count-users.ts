import { Injectable } from '@nestjs/common';
import type { UserStatus } from '../user-status.js';
import { UserRepository } from '../user.repository.js';

const BOUND = 1_000_000;

/** Counts users, of one status or all. */
@Injectable()
export class CountUsers {
  constructor(private readonly users: UserRepository) {}

  execute(status?: UserStatus): Promise<number> {
    return this.users.count(status === undefined ? {} : { status }, BOUND);
  }
}
