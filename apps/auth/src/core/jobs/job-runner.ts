import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { AsyncResource } from 'node:async_hooks';
import { InvalidationChannel } from '../cache/index.js';
import { newId } from '../database/index.js';
import { plainFailure } from '../errors/index.js';
import { AppLogger } from '../telemetry/index.js';
import { instanceName } from './instance-name.js';
import { type EndOfRun, PeriodicJobRepository, type TakenRun } from './periodic-job.repository.js';
import { PeriodicJobs, type PeriodicWork } from './periodic-jobs.js';

const EVERY_MS = 5_000;
/** A third of the lease, so that one renewal may fail. */
const RENEW_EVERY_MS = 20_000;
const GIVEN_UP_AFTER_MS = 35_000;
const FIRST_RETRY_SECONDS = 60;

const DUE = 'job_due';
const STOP = 'job_stop';

/**
 * Runs periodic work, each by one instance at a time: a run is taken with a lease, which is renewed while it lasts. When an
 * instance dies another takes the run over once the lease has passed.
 */
@Injectable()
export class JobRunner implements OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private stopping = false;
  private readonly running = new Map<
    string,
    { readonly stop: AbortController; readonly end: Promise<void> }
  >();
  /** The service does the work, not the request that asked for it. */
  private readonly inNoRequest = AsyncResource.bind((work: () => void) => work());

  constructor(
    private readonly jobs: PeriodicJobs,
    private readonly states: PeriodicJobRepository,
    private readonly channel: InvalidationChannel,
    private readonly logger: AppLogger,
  ) {
    channel.subscribe(DUE, () => this.wake());
    channel.subscribe(STOP, (name) => this.running.get(name)?.stop.abort());
  }

  /** From now on work that is due is done by itself. */
  async start(): Promise<void> {
    await this.states.insertMissing(
      this.jobs.all().map(({ name, everySeconds }) => ({ name, everySeconds })),
    );
    this.timer ??= setInterval(() => this.wake(), EVERY_MS).unref();
    this.wake();
  }

  /** Runs that can end early do so, and are gone on with by another instance. */
  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.timer);
    this.timer = undefined;
    for (const { stop } of this.running.values()) stop.abort();
    await Promise.all([...this.running.values()].map(({ end }) => end));
  }

  /** Tells every instance that something is due before its time. */
  async announceDue(name: string): Promise<void> {
    await this.channel.announce(DUE, [name]);
  }

  /** Tells the instance that is at it to end a run. */
  async announceStop(name: string): Promise<void> {
    await this.channel.announce(STOP, [name]);
  }

  /** Does all that is due and that no other instance is at. */
  async runDue(): Promise<void> {
    const names = this.jobs.all().map(({ name }) => name);
    for (;;) {
      const idle = names.filter((name) => !this.running.has(name));
      const run = this.stopping ? null : await this.states.take(idle, newId(), instanceName);
      const work = run === null ? undefined : this.jobs.find(run.name);
      if (run === null || work === undefined) break;
      const stop = new AbortController();
      const end = this.perform(run, work, stop).finally(() => this.running.delete(run.name));
      this.running.set(run.name, { stop, end });
    }
    await Promise.all([...this.running.values()].map(({ end }) => end));
  }

  private wake(): void {
    if (this.timer === undefined) return;
    this.inNoRequest(() => {
      this.runDue().catch((err: unknown) => this.logger.warn({ err }, 'it cannot be read which work is due'));
    });
  }

  private async perform(run: TakenRun, work: PeriodicWork, stop: AbortController): Promise<void> {
    let heldSince = Date.now();
    const renewal = setInterval(() => {
      const at = Date.now();
      this.states.renew(run).then(
        (goesOn) => (goesOn ? (heldSince = at) : stop.abort()),
        // Before another instance takes over, should the database answer that one.
        () => at - heldSince > GIVEN_UP_AFTER_MS && stop.abort(),
      );
    }, RENEW_EVERY_MS).unref();
    const end = await this.attempt(run, work, stop.signal);
    clearInterval(renewal);
    // If this fails the lease passes, and the work is done once more.
    await this.states
      .finish(run, end)
      .catch((err: unknown) => this.logger.warn({ err, job: run.name }, 'the end of a job was not noted'));
  }

  private async attempt(run: TakenRun, work: PeriodicWork, signal: AbortSignal): Promise<EndOfRun> {
    const { everySeconds } = work;
    try {
      await work.run(signal);
      if (!signal.aborted) return { outcome: 'succeeded', nextSeconds: everySeconds, failure: null };
      return { outcome: 'stopped', nextSeconds: this.stopping ? 0 : everySeconds, failure: null };
    } catch (err) {
      const nextSeconds = Math.min(FIRST_RETRY_SECONDS * 2 ** Math.min(run.attempts - 1, 20), everySeconds);
      this.logger.warn({ err, job: run.name, attempts: run.attempts, nextSeconds }, 'a job failed');
      return { outcome: 'failed', nextSeconds, failure: plainFailure(err) };
    }
  }
}
