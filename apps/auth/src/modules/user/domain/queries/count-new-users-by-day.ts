import { Injectable } from '@nestjs/common';
import { type NewUserCount, UserRepository } from '../user.repository.js';

/** Counts who came on each of the last days, today included, by days of UTC. Days without any are left out. */
@Injectable()
export class CountNewUsersByDay {
  constructor(private readonly users: UserRepository) {}

  execute(days: number): Promise<NewUserCount[]> {
    return this.users.countNewByDay(days);
  }
}
