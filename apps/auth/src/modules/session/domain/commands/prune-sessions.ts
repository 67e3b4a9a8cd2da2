import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { PeriodicJobs } from '../../../../core/jobs/index.js';
import { SessionRepository } from '../session.repository.js';

const BATCH = 1000;

/** Forgets sessions that were over long ago, with their stories, a thousand at a time. */
@Injectable()
export class PruneSessions {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly sessions: SessionRepository,
    jobs: PeriodicJobs,
  ) {
    jobs.declare({
      name: 'prune-sessions',
      everySeconds: 3600,
      canStop: true,
      run: (signal) => this.execute(signal),
    });
  }

  /** @param signal - ends it after the thousand at hand */
  async execute(signal?: AbortSignal): Promise<void> {
    let pruned = BATCH;
    while (pruned === BATCH && signal?.aborted !== true)
      pruned = await this.sessions.prune(this.config.sessionRetentionDays, BATCH);
  }
}
