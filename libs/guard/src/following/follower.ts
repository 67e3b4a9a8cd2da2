import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { CatchUp } from './catch-up.js';
import { readEvents, type StreamEvent } from './event-stream.js';
import { Knowledge } from './knowledge.js';
import { adviceOn } from './refusal-advice.js';
import { ServiceClient } from './service-client.js';
import { describeError, ServiceRefusal, ServiceUnreachable } from './service-errors.js';
import type { Heartbeat, SessionsEnded, Update } from './service-messages.js';

/** A stream from which nothing new was heard for so long is taken for dead. */
const SILENCE_MS = 5_000;
/** How long it waits between tries: at first, and at most. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

const ADVICE = { 403: "give this service's account authorization:follow and authorization:evaluate" };

/** Keeps what is known up to date by the service's stream, from boot until the application closes. */
@Injectable()
export class Follower implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('AuthGuard');
  private readonly closing = new AbortController();
  private failures = 0;
  /** Whether the open stream has told which sessions ended before it was opened. */
  private isWhole = false;

  constructor(
    private readonly client: ServiceClient,
    private readonly knowledge: Knowledge,
    private readonly catchUp: CatchUp,
  ) {}

  /** Whether the stream is open and whole. */
  get isConnected(): boolean {
    return this.isWhole;
  }

  /**
   * Reads the first snapshot. While the service cannot be reached the application starts all the same: requests that need
   * it are answered with 503, until it comes.
   *
   * @throws Error for what is refused, which a restart with other settings alone can heal
   */
  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.catchUp.begin();
    } catch (error) {
      if (error instanceof ServiceRefusal) throw new Error(adviceOn(error, ADVICE), { cause: error });
      this.noteFailure(error);
    }
    void this.follow();
  }

  onModuleDestroy(): void {
    this.closing.abort();
  }

  private get isClosing(): boolean {
    return this.closing.signal.aborted;
  }

  private async follow(): Promise<void> {
    while (!this.isClosing) {
      try {
        // Where the stream alone is broken, what has changed is still known as often as it is tried anew.
        if (this.failures > 0) await this.catchUp.execute();
        await this.listen();
      } catch (error) {
        this.noteFailure(error);
      }
      this.isWhole = false;
      await sleep(this.pause(), undefined, { signal: this.closing.signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  /** Hears one stream until it ends or breaks, or nothing new has come for too long. */
  private async listen(): Promise<void> {
    const silent = new AbortController();
    const signal = AbortSignal.any([this.closing.signal, silent.signal]);
    this.knowledge.clock.reset();
    const openedAt = performance.now();
    const watch = setInterval(() => {
      const age = Math.min(this.knowledge.ageMs, performance.now() - openedAt);
      if (age > SILENCE_MS) silent.abort(new Error('nothing was heard on the stream'));
    }, SILENCE_MS / 5).unref();
    try {
      const stream = await this.client.events(`/authorization/events?since=${this.knowledge.rev}`, signal);
      for await (const event of readEvents(stream)) await this.take(event);
      if (!this.isWhole) throw new ServiceUnreachable('the stream ended at once');
    } finally {
      clearInterval(watch);
    }
  }

  private async take({ type, data }: StreamEvent): Promise<void> {
    switch (type) {
      case 'sessions':
        this.noteEnded(JSON.parse(data) as SessionsEnded);
        break;
      case 'update':
        await this.update(JSON.parse(data) as Update);
        break;
      case 'heartbeat':
        await this.beat(JSON.parse(data) as Heartbeat);
        break;
      case 'gone':
        await this.catchUp.begin();
        break;
    }
  }

  private noteEnded({ ids, tokenSeconds }: SessionsEnded): void {
    this.knowledge.endedSessions.add(ids, tokenSeconds * 1000);
    this.isWhole = true;
  }

  private async update(update: Update): Promise<void> {
    const at = this.knowledge.clock.heard(update.now);
    if (this.knowledge.apply(update) === 'gap') await this.catchUp.execute();
    this.confirm(at);
  }

  /** Another revision means that an update was lost, or that the service's database was set back. */
  private async beat({ rev, now }: Heartbeat): Promise<void> {
    const at = this.knowledge.clock.heard(now);
    if (rev !== this.knowledge.rev) await this.catchUp.execute();
    this.confirm(at);
  }

  private confirm(at: number): void {
    if (!this.isWhole) return;
    this.knowledge.confirm(at);
    if (this.failures > 0) this.logger.log('The auth service is followed again.');
    this.failures = 0;
  }

  private noteFailure(error: unknown): void {
    if (this.isClosing) return;
    this.failures += 1;
    if (error instanceof ServiceRefusal) this.logger.error(adviceOn(error, ADVICE));
    else if (this.failures === 1)
      this.logger.warn(`The auth service is not followed at the moment: ${describeError(error)}`);
  }

  /** Longer after each failure, and never the same for all instances, which would come back all at once. */
  private pause(): number {
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures);
    return longest * (0.5 + Math.random() / 2);
  }
}
