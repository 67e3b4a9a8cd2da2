import { Injectable } from '@nestjs/common';
import { InvalidationChannel, LiveCache } from '../../../core/cache/index.js';
import type { LiveServiceAccount } from './service-account.view.js';

/**
 * Service accounts that were live when last looked at, until a change is announced. Under the topic of permissions: when
 * all of those may have changed, these may have too.
 */
@Injectable()
export class ServiceAccountCache extends LiveCache<LiveServiceAccount> {
  constructor(channel: InvalidationChannel) {
    super(channel, { topic: 'permissions', max: 10_000, ttlMs: 30_000 });
  }
}
