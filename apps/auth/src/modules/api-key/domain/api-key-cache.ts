import { Injectable } from '@nestjs/common';
import { InvalidationChannel, LiveCache } from '../../../core/cache/index.js';
import type { LiveApiKey } from './api-key.view.js';

/** API keys that were good when last looked at, until their revocation is announced. */
@Injectable()
export class ApiKeyCache extends LiveCache<LiveApiKey> {
  constructor(channel: InvalidationChannel) {
    super(channel, { topic: 'api_key', max: 20_000, ttlMs: 30_000 });
  }
}
