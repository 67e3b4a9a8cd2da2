import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Subject } from 'rxjs';
import { InvalidationChannel } from '../../../core/cache/index.js';
import { AppLogger } from '../../../core/telemetry/index.js';
import { type EndedSessions, ListEndedSessions, SESSION_TOPIC } from '../../session/index.js';
import { STRUCTURE_TOPIC, SUBJECT_TOPIC } from './authorization-state.js';
import { FollowAuthorization, isGone, type TimedUpdate } from './queries/follow-authorization.js';

/** Silence for longer than some of these means that the truth is not known. */
const HEARTBEAT_MS = 1000;

/** The end of a session is committed that much later than it says at most. */
const OVERLAP_SECONDS = 30;

/** What followers hear: a change, that nothing has changed, sessions that have ended, or that they have to begin anew. */
export type FeedMessage =
  | { readonly type: 'update'; readonly update: TimedUpdate }
  | { readonly type: 'heartbeat'; readonly rev: number; readonly now: number }
  | { readonly type: 'sessions'; readonly ended: EndedSessions }
  | { readonly type: 'gone' };

/**
 * Tells followers of changes. Announcements of the channel only hasten it: each heartbeat asks for what has changed since
 * the last one, so that a lost announcement delays and loses nothing.
 */
@Injectable()
export class AuthorizationFeed implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly messages = new Subject<FeedMessage>();
  private timer: NodeJS.Timeout | undefined;
  private rev: number | null = null;
  private reading = false;
  private again = false;
  /** Ended sessions that were told, for as long as they are read again. */
  private told = new Set<string>();

  constructor(
    private readonly channel: InvalidationChannel,
    private readonly follow: FollowAuthorization,
    private readonly listEndedSessions: ListEndedSessions,
    private readonly logger: AppLogger,
  ) {}

  /** What is told from now on. */
  readonly stream = this.messages.asObservable();

  onApplicationBootstrap(): void {
    for (const topic of [STRUCTURE_TOPIC, SUBJECT_TOPIC, SESSION_TOPIC])
      this.channel.subscribe(topic, () => void this.tell(false));
    this.timer = setInterval(() => void this.tell(true), HEARTBEAT_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.messages.complete();
  }

  /** Reads what has changed, once for all followers; nobody listening, nothing is read. */
  private async tell(isHeartbeat: boolean): Promise<void> {
    if (!this.messages.observed) {
      this.rev = null;
      return;
    }
    if (this.reading) {
      this.again = true;
      return;
    }
    this.reading = true;
    try {
      await this.read(isHeartbeat);
    } catch (err: unknown) {
      // Whoever follows hears nothing, and knows what that means.
      this.logger.warn({ err }, 'changes of authorisation could not be read');
    } finally {
      this.reading = false;
    }
    if (this.again) {
      this.again = false;
      await this.tell(false);
    }
  }

  private async read(isHeartbeat: boolean): Promise<void> {
    // Before the heartbeat, which says that nothing else has happened until then.
    await this.readEndedSessions();
    const since = this.rev ?? (await this.follow.head());
    const update = await this.follow.since(since).catch((error: unknown) => {
      if (!isGone(error)) throw error;
      return null;
    });
    this.rev = update?.rev ?? null;
    if (update === null) this.messages.next({ type: 'gone' });
    else if (update.rev > since) this.messages.next({ type: 'update', update });
    else if (isHeartbeat) this.messages.next({ type: 'heartbeat', rev: update.rev, now: update.now });
  }

  private async readEndedSessions(): Promise<void> {
    const recent = await this.listEndedSessions.execute(OVERLAP_SECONDS);
    const ids = recent.ids.filter((id) => !this.told.has(id));
    this.told = new Set(recent.ids);
    if (ids.length > 0) this.messages.next({ type: 'sessions', ended: { ...recent, ids } });
  }
}
