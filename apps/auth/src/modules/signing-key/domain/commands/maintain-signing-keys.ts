import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { KeyRing, SigningKeyRepository } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { PeriodicJobs } from '../../../../core/jobs/index.js';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { SigningKeyLifecycle } from '../signing-key-lifecycle.js';

const EVERY_SECONDS = 15;
const DAY_SECONDS = 86_400;

/**
 * Takes the steps whose time has come: a key that is published long enough begins to sign, a retired one whose tokens
 * have expired goes, and an old one gets a successor. One instance does so, every one reads the ring again.
 */
@Injectable()
export class MaintainSigningKeys implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly keys: SigningKeyRepository,
    private readonly ring: KeyRing,
    private readonly lifecycle: SigningKeyLifecycle,
    private readonly audit: RecordAuditEvent,
    private readonly logger: AppLogger,
    jobs: PeriodicJobs,
  ) {
    jobs.declare({ name: 'maintain-signing-keys', everySeconds: EVERY_SECONDS, run: () => this.execute() });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.recordFirstKey();
    this.timer = setInterval(() => void this.readRing(), EVERY_SECONDS * 1000).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** @returns whether anything had to be done */
  @Transactional()
  async execute(): Promise<boolean> {
    if (!(await this.keys.tryLock())) return false;
    let changed = false;
    const due = await this.keys.findDue();
    if (due !== null) {
      await this.lifecycle.activate(due.id);
      changed = true;
    }
    for (const outlived of await this.keys.findOutlived()) {
      await this.lifecycle.remove(outlived, 'outlived');
      changed = true;
    }
    if (await this.isSuccessorWanted()) {
      await this.lifecycle.make();
      changed = true;
    }
    if (changed) await this.ring.changed();
    return changed;
  }

  /** So early that the successor signs when the days are over. */
  private async isSuccessorWanted(): Promise<boolean> {
    const seconds = this.config.signingKeyRotationDays * DAY_SECONDS;
    if (seconds === 0 || (await this.keys.findByStatus('next')) !== null) return false;
    return this.keys.hasSignedFor(seconds - this.lifecycle.publicationSeconds);
  }

  /** In case an announcement was lost. Never fails: what is not read now is read next time. */
  private async readRing(): Promise<void> {
    await this.ring
      .reload()
      .catch((err: unknown) => this.logger.warn({ err }, 'the signing keys could not be read again'));
  }

  private async recordFirstKey(): Promise<void> {
    if (this.ring.firstKeyId === null) return;
    await this.audit.execute({
      action: 'signing_key.created',
      subjectType: 'signing_key',
      subjectId: this.ring.firstKeyId,
      reason: 'first_start',
    });
  }
}
