import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { AppLogger } from '../../../../core/telemetry/index.js';
import { AuditChainRepository, type StoredChainEnd } from '../audit-chain.repository.js';
import { ChainKey } from '../chain-key.js';
import { chain, endMark } from '../chain-links.js';

const EVERY_MS = 1000;
const BATCH = 1000;
/** More than these wait for the next start: a stop must not take long. */
const BATCHES_AT_STOP = 5;

/**
 * Chains what was added to the audit log since the last time. Commands add entries without a look at the chain, so that
 * none waits for another; every instance looks once a second, and a lock lets one seal.
 */
@Injectable()
export class SealAuditLog implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> | null = null;
  private isStopping = false;
  /** The chain's end as this instance has seen it last. */
  private seen = 0;

  constructor(
    private readonly entries: AuditChainRepository,
    private readonly key: ChainKey,
    private readonly logger: AppLogger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.attempt(1);
    this.timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.isStopping = true;
    await this.sealing;
  }

  /** Once no request is answered any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.attempt(BATCHES_AT_STOP);
  }

  /**
   * Seals what there is.
   *
   * @param batches - at most so many, of a thousand
   * @returns how many entries were sealed
   */
  async execute(batches = Infinity): Promise<number> {
    let total = 0;
    for (let batch = 0; batch < batches; batch++) {
      const count = await this.sealBatch();
      total += count;
      if (count < BATCH) break;
    }
    return total;
  }

  @Transactional()
  protected async sealBatch(): Promise<number> {
    if (!(await this.entries.tryLock())) return 0;
    const end = await this.end();
    const key = this.key.open(end);
    const links = chain(key, end, await this.entries.unsealed(BATCH));
    const last = links.at(-1);
    if (last === undefined) return 0;
    await this.entries.seal(links);
    await this.entries.moveEnd({ ...last, mark: endMark(key, last) });
    return links.length;
  }

  /** A chain without its end is not begun anew: that would hide what was done to it. */
  private async end(): Promise<StoredChainEnd> {
    const end = await this.entries.end();
    if (end === null) {
      if (await this.entries.hasSealed()) throw new Error('the row of audit_chain is gone');
      const beginning = this.key.beginning();
      await this.entries.insertEnd(beginning);
      return beginning;
    }
    if (end.position < this.seen)
      this.logger.error(
        { seen: this.seen, found: end.position },
        'the audit log was set back: entries that were sealed are gone',
      );
    this.seen = end.position;
    return end;
  }

  private look(): Promise<void> {
    this.sealing ??= this.sealIfNeeded().finally(() => {
      this.sealing = null;
    });
    return this.sealing;
  }

  private async sealIfNeeded(): Promise<void> {
    if (!(await this.entries.hasUnsealed().catch(() => false))) return;
    for (let goesOn = true; goesOn && !this.isStopping;) goesOn = await this.attempt(1);
  }

  /**
   * Never fails: what stays now is sealed next time.
   *
   * @returns whether there is more to do
   */
  private async attempt(batches: number): Promise<boolean> {
    try {
      return (await this.execute(batches)) >= BATCH * batches;
    } catch (err) {
      this.logger.error({ err }, 'the audit log could not be sealed');
      return false;
    }
  }
}
