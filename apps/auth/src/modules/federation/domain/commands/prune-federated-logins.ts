import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { FederatedLoginRepository } from '../federated-login.repository.js';

const EVERY_MS = 15 * 60_000;

/** Forgets logins that never came back, now and then. */
@Injectable()
export class PruneFederatedLogins implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly logins: FederatedLoginRepository,
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
    await this.logins
      .prune()
      .catch((err: unknown) => this.logger.warn({ err }, 'old federated logins were not pruned'));
  }
}
