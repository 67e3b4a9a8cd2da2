import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AppLogger } from '../../../core/telemetry/index.js';
import { AuthorizationState } from './authorization-state.js';
import { RevisionRepository } from './revision.repository.js';

const EVERY_MS = 500;
/** When more records than these have changed, everything is forgotten. */
const MAX_RECORDS = 10_000;

/**
 * Looks what has changed and forgets it. Messages of the channel only hasten that: one that is lost delays what is
 * decided here by a moment. Whoever names a revision waits until nothing older is remembered.
 */
@Injectable()
export class RevisionWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  /** What has changed up to this revision is forgotten. */
  private rev = -1;
  private looking: Promise<void> = Promise.resolve();
  private isLooking = false;

  constructor(
    private readonly revisions: RevisionRepository,
    private readonly state: AuthorizationState,
    private readonly logger: AppLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.lookUnlessLooking(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Makes sure that what is remembered is at least as new as a revision that somebody has seen. */
  async reach(rev: number): Promise<void> {
    // What is being read now may be older than that revision.
    await this.looking.catch(() => undefined);
    if (this.rev < rev) await this.look();
  }

  private async lookUnlessLooking(): Promise<void> {
    if (this.isLooking) return;
    try {
      await this.look();
    } catch (err: unknown) {
      this.logger.debug({ err }, 'the revision of authorisation could not be read');
    }
  }

  private look(): Promise<void> {
    this.isLooking = true;
    this.looking = this.catchUp().finally(() => {
      this.isLooking = false;
    });
    return this.looking;
  }

  private async catchUp(): Promise<void> {
    const { rev, isComplete, changes } = await this.revisions.changesAfter(this.rev, MAX_RECORDS);
    // A revision goes back when the database is restored.
    if (!isComplete || rev < this.rev) this.state.forgetAll();
    else for (const changed of changes) this.state.forget(changed);
    this.rev = rev;
  }
}
