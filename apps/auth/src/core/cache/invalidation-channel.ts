import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { Database } from '../database/index.js';
import { AppLogger } from '../telemetry/index.js';
import { PostgresTransport } from './postgres-transport.js';
import { RedisTransport } from './redis-transport.js';

/** Every key of a topic. */
export const ALL_KEYS = '*';

/** Keys in one message; PostgreSQL takes 8,000 bytes of payload. */
const KEYS_PER_MESSAGE = 150;

type Listener = (key: string) => void;
type Message = readonly [topic: string, keys: readonly string[]];

/**
 * Tells every instance that remembered values are no longer true.
 *
 * Messages go over Redis where it is configured and reachable, else over PostgreSQL's NOTIFY, which every instance
 * listens to in any case. While a transport is silent the channel is not {@link trusted}, and caches pass every
 * question on to the database.
 */
@Injectable()
export class InvalidationChannel implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly postgres: PostgresTransport;
  private readonly redis: RedisTransport | null;

  constructor(
    @InjectConfig() config: AppConfig,
    private readonly database: Database,
    logger: AppLogger,
  ) {
    const receive = (payload: string) => this.receive(payload);
    const forget = () => this.forgetAll();
    this.postgres = new PostgresTransport(database, logger, receive, forget);
    this.redis =
      config.redisUrl === undefined ? null : new RedisTransport(config.redisUrl, logger, receive, forget);
  }

  /** Tells whether messages are sure to arrive; if not, nothing may be remembered. */
  get trusted(): boolean {
    return this.postgres.connected && (this.redis === null || this.redis.connected);
  }

  /** What an open transaction reads may be rolled back, so it is not remembered either. */
  get mayRemember(): boolean {
    return this.trusted && !this.database.inTransaction;
  }

  async onApplicationBootstrap(): Promise<void> {
    await Promise.all([this.postgres.start(), this.redis?.start()]);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([this.postgres.stop(), this.redis?.stop()]);
  }

  /** Calls `listener` with each key of `topic` that changes, {@link ALL_KEYS} included. */
  subscribe(topic: string, listener: Listener): void {
    const listeners = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, listeners.add(listener));
  }

  /** Announces changed keys: here at once after the commit, on other instances when the message arrives. */
  async announce(topic: string, keys: readonly string[]): Promise<void> {
    for (let start = 0; start < keys.length; start += KEYS_PER_MESSAGE) {
      await this.send([topic, keys.slice(start, start + KEYS_PER_MESSAGE)]);
    }
  }

  /** Tells the listeners of this process alone of a change that was learned otherwise than by a message. */
  tell(topic: string, keys: readonly string[]): void {
    const listeners = this.listeners.get(topic);
    if (listeners !== undefined) for (const key of keys) for (const listener of listeners) listener(key);
  }

  private async send(message: Message): Promise<void> {
    const payload = JSON.stringify(message);
    const redis = this.redis?.connected === true ? this.redis : null;
    // Inside the transaction NOTIFY is as atomic as the change itself: it is delivered with the commit or never.
    if (redis === null) await this.postgres.publish(payload);
    await this.database.afterCommit(async () => {
      this.receive(payload);
      if (redis !== null && !(await redis.publish(payload))) await this.postgres.publish(payload);
    });
  }

  private receive(payload: string): void {
    this.tell(...(JSON.parse(payload) as Message));
  }

  private forgetAll(): void {
    for (const listeners of this.listeners.values()) for (const listener of listeners) listener(ALL_KEYS);
  }
}
