import { Injectable } from '@nestjs/common';
import { InvalidationChannel } from '../../../../core/cache/index.js';
import { Drain } from '../../../../core/http/drain.js';
import { HealthRepository } from '../health.repository.js';

/** Whether the service can do its work, and the parts it needs. */
export interface Readiness {
  readonly ready: boolean;
  readonly database: 'up' | 'down';
  /** `down`: changes are not heard of, so nothing is remembered and requests are slower. The service still works. */
  readonly invalidation: 'up' | 'down';
}

/** Asks each part whether it is there. */
@Injectable()
export class CheckReadiness {
  constructor(
    private readonly health: HealthRepository,
    private readonly channel: InvalidationChannel,
    private readonly drain: Drain,
  ) {}

  async execute(): Promise<Readiness> {
    const hasDatabase = await this.health.databaseAnswers();
    return {
      ready: hasDatabase && !this.drain.begun,
      database: hasDatabase ? 'up' : 'down',
      invalidation: this.channel.trusted ? 'up' : 'down',
    };
  }
}
