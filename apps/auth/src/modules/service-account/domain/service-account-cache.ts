import { Injectable } from '@nestjs/common';
import { CATALOGUE_TOPIC } from '../../../core/access/index.js';
import { InvalidationChannel, LiveCache } from '../../../core/cache/index.js';
import type { LiveServiceAccount } from './service-account.view.js';

/**
 * Service accounts that were live when last looked at, until a change is announced. Under the topic of the catalogue: a
 * permission that is deleted from it, they no longer hold.
 */
@Injectable()
export class ServiceAccountCache extends LiveCache<LiveServiceAccount> {
  constructor(channel: InvalidationChannel) {
    super(channel, { topic: CATALOGUE_TOPIC, max: 10_000, ttlMs: 30_000 });
  }
}
