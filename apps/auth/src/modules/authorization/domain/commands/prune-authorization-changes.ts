import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { RevisionRepository } from '../revision.repository.js';

const EVERY_MS = 60 * 60_000;

/** A service that was away for longer reads a whole snapshot, which it could do at any time. */
const KEPT_DAYS = 7;

/** Forgets changes that nobody will ask for any more. */
@Injectable()
export class PruneAuthorizationChanges implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly revisions: RevisionRepository,
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
      await this.revisions.prune(KEPT_DAYS);
    } catch (err: unknown) {
      this.logger.warn({ err }, 'old changes of authorisation were not pruned');
    }
  }
}
