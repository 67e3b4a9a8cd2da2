import { Injectable } from '@nestjs/common';
import { InvalidationChannel, LiveCache } from '../../../core/cache/index.js';

/** Owners of API keys who were active when last looked at, until a change of theirs is announced. */
@Injectable()
export class OwnerCache extends LiveCache<{ readonly isActive: true }> {
  constructor(channel: InvalidationChannel) {
    super(channel, { topic: 'user', max: 20_000, ttlMs: 30_000 });
  }
}
