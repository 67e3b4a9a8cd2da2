import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../../core/context/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import type { UserView } from '../user.view.js';
import { GetUser } from './get-user.js';

/** Reads whoever asks: at once where that is in memory, since apps ask for it all the time. */
@Injectable()
export class GetOwnUser {
  constructor(
    private readonly context: RequestContext,
    private readonly getUser: GetUser,
  ) {}

  /** @throws AppError `unauthenticated`, `not_found` */
  execute(): UserView | Promise<UserView> {
    const { actor } = this.context;
    assertThat(actor !== null, 'unauthenticated');
    return this.getUser.recall(actor.userId) ?? this.getUser.execute(actor.userId);
  }
}
