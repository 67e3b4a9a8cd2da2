import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { SessionRepository } from '../session.repository.js';

const EVERY_MS = 60 * 60_000;
const BATCH = 1000;

/** Forgets sessions that were over long ago, with their stories, a thousand at a time. */
@Injectable()
export class PruneSessions implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly sessions: SessionRepository,
    private readonly logger: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.execute(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Never fails: what stays now goes next time. */
  async execute(): Promise<void> {
    try {
      while ((await this.sessions.prune(this.config.sessionRetentionDays, BATCH)) === BATCH);
    } catch (err: unknown) {
      this.logger.warn({ err }, 'old sessions were not pruned');
    }
  }
}
