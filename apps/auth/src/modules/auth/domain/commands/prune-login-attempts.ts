import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { EmailLoginRepository } from '../email-login.repository.js';
import { LoginAttemptRepository } from '../login-attempt.repository.js';
import { LoginChallengeRepository } from '../login-challenge.repository.js';

const EVERY_MS = 15 * 60_000;

/** Forgets attempts, challenges and mailed codes that are too old to matter, now and then. */
@Injectable()
export class PruneLoginAttempts implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly attempts: LoginAttemptRepository,
    private readonly challenges: LoginChallengeRepository,
    private readonly emailLogins: EmailLoginRepository,
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
    await Promise.all([this.attempts.prune(), this.challenges.prune(), this.emailLogins.prune()]).catch(
      (err: unknown) => this.logger.warn({ err }, 'old login attempts were not pruned'),
    );
  }
}
