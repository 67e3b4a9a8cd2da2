import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { EmailChangeRepository } from '../email-change.repository.js';
import { RegistrationRepository } from '../registration.repository.js';

const EVERY_MS = 15 * 60_000;

/** Forgets what was begun and never confirmed, now and then. */
@Injectable()
export class PruneAccountRequests implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly changes: EmailChangeRepository,
    private readonly tokens: OneTimeTokens,
    private readonly throttle: RequestThrottle,
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
    const forgotten = [this.registrations, this.changes, this.tokens, this.throttle].map((kept) =>
      kept.prune(),
    );
    await Promise.all(forgotten).catch((err: unknown) =>
      this.logger.warn({ err }, 'old sign-ups and links were not pruned'),
    );
  }
}
