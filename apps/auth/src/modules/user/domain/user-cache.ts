import { Injectable } from '@nestjs/common';
import { InvalidationChannel, LiveCache } from '../../../core/cache/index.js';
import type { UserView } from './user.view.js';

/** Users that were read lately, until a change of theirs is announced. */
@Injectable()
export class UserCache extends LiveCache<UserView> {
  constructor(channel: InvalidationChannel) {
    super(channel, { topic: 'user', max: 10_000, ttlMs: 30_000 });
  }
}
