import { Injectable } from '@nestjs/common';
import { InvalidationChannel, LiveCache } from '../../../core/cache/index.js';
import type { LiveSession } from './session.view.js';

/** Under this topic of the invalidation channel changed and ended sessions are announced. */
export const SESSION_TOPIC = 'session';

/** Sessions that were live when last looked at, until their end is announced. */
@Injectable()
export class SessionCache extends LiveCache<LiveSession> {
  constructor(channel: InvalidationChannel) {
    super(channel, { topic: SESSION_TOPIC, max: 100_000, ttlMs: 30_000 });
  }
}
