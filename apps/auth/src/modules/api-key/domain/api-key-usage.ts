import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppLogger } from '../../../core/telemetry/index.js';
import { ApiKeyRepository } from './api-key.repository.js';

const EVERY_MS = 60_000;

/** Notes when API keys are used: in memory at each request, in the database once a minute. */
@Injectable()
export class ApiKeyUsage implements OnApplicationBootstrap, OnModuleDestroy {
  private uses = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly logger: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.flush(), EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  note(id: string): void {
    this.uses.set(id, Date.now());
  }

  /** Never fails: what could not be written is written the next time. */
  async flush(): Promise<void> {
    if (this.uses.size === 0) return;
    const uses = this.uses;
    this.uses = new Map();
    try {
      await this.keys.touch(uses);
    } catch (err) {
      this.uses = new Map([...uses, ...this.uses]);
      this.logger.warn({ err }, 'the use of API keys was not noted');
    }
  }
}
