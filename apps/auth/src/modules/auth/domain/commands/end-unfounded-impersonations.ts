import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AccessPolicy, IMPERSONATE, levelOf } from '../../../../core/access/index.js';
import { InvalidationChannel } from '../../../../core/cache/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { FindPermissions } from '../../../authorization/index.js';
import {
  EndSession,
  IMPERSONATION_TOPIC,
  ListLiveImpersonations,
  type LiveImpersonation,
} from '../../../session/index.js';

const EVERY_MS = 500;

/**
 * Ends an impersonation when what it rests on is gone: the administrator may not act for others any more or is logged
 * out, or the person has got rights beyond theirs. This service refuses its requests at once; services that verify
 * tokens by themselves learn of the end. Where nobody acts in another's name nothing is asked.
 */
@Injectable()
export class EndUnfoundedImpersonations implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private mayBeSome = true;
  private isRunning = false;
  private hasFailed = false;

  constructor(
    channel: InvalidationChannel,
    private readonly listLive: ListLiveImpersonations,
    private readonly findPermissions: FindPermissions,
    private readonly access: AccessPolicy,
    private readonly endSession: EndSession,
    private readonly context: RequestContext,
    private readonly logger: AppLogger,
  ) {
    channel.subscribe(IMPERSONATION_TOPIC, () => (this.mayBeSome = true));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.execute();
    this.timer = setInterval(() => void this.execute(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Never fails: what could not be looked at is looked at next time. */
  async execute(): Promise<void> {
    if (!this.mayBeSome || this.isRunning) return;
    this.isRunning = true;
    this.mayBeSome = false;
    try {
      const live = await this.listLive.execute();
      if (live.length > 0) this.mayBeSome = true;
      this.hasFailed = false;
      for (const impersonation of live)
        if (!(await this.isFounded(impersonation)))
          await this.endSession.execute(impersonation.id, 'impersonation_ended');
    } catch (err: unknown) {
      this.mayBeSome = true;
      // Once, not twice a second until the database is back.
      if (!this.hasFailed) this.logger.warn({ err }, 'impersonations were not looked at');
      this.hasFailed = true;
    } finally {
      this.isRunning = false;
    }
  }

  private async isFounded(impersonation: LiveImpersonation): Promise<boolean> {
    const { stands, impersonator, references, userId } = impersonation;
    if (!stands) return false;
    const level = levelOf(references);
    const held = await this.findPermissions.execute(impersonator.userId, level);
    if (!held.has(IMPERSONATE)) return false;
    try {
      await this.context.runAs({ ...impersonator, level }, () => this.access.assertCovers(userId));
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'escalation_refused') return false;
      throw error;
    }
  }
}
