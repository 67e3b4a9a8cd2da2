import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { SessionRepository } from '../session.repository.js';

const EVERY_MS = 60_000;

/**
 * Notes that sessions were used, for "last used". Remembered in this process and written down once a minute, so a
 * request pays next to nothing for it; what a crash forgets is at most a minute.
 */
@Injectable()
export class NoteSessionUse implements OnApplicationBootstrap, OnModuleDestroy {
  private used = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly logger: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  execute(sessionId: string): void {
    this.used.set(sessionId, Date.now());
  }

  /** Writes down what was noted. Never fails: what could not be written is forgotten. */
  async write(): Promise<void> {
    if (this.used.size === 0) return;
    const { used } = this;
    this.used = new Map();
    const now = Date.now();
    const ages = [...used.values()].map((at) => Math.max(0, now - at) / 1000);
    await this.sessions
      .touch([...used.keys()], ages)
      .catch((err: unknown) => this.logger.warn({ err }, 'the last use of sessions was not written down'));
  }
}
