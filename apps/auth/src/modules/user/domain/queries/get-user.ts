import { Injectable } from '@nestjs/common';
import { assertThat } from '../../../../core/errors/index.js';
import { UserCache } from '../user-cache.js';
import { UserRepository } from '../user.repository.js';
import type { UserView } from '../user.view.js';

/** Reads a user, from memory where that is known to be current. */
@Injectable()
export class GetUser {
  constructor(
    private readonly users: UserRepository,
    private readonly cache: UserCache,
  ) {}

  /** The remembered user, without a question to the database; undefined when none is. */
  recall(id: string): UserView | undefined {
    return this.cache.peek(id);
  }

  /** @throws AppError `not_found` */
  async execute(id: string): Promise<UserView> {
    const view = await this.cache.get(id, () => this.users.findView(id));
    assertThat(view !== null, 'not_found');
    return view;
  }
}
