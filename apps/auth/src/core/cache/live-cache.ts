import { LRUCache } from 'lru-cache';
import { ALL_KEYS, type InvalidationChannel } from './invalidation-channel.js';

/** How a {@link LiveCache} remembers. */
export interface LiveCacheOptions {
  /** Under which changes are announced. */
  readonly topic: string;
  /** Values kept at most. */
  readonly max: number;
  /** Milliseconds after which a value is asked for again even if no change was announced. */
  readonly ttlMs: number;
}

/**
 * Remembers values in this process until a change is announced on the {@link InvalidationChannel}.
 *
 * A value that was read while a change was announced is used once and not kept, since it may be older than the
 * change; while the channel is not trusted nothing is remembered at all.
 */
export class LiveCache<Value extends object> {
  private readonly values: LRUCache<string, Value>;
  private changes = 0;

  constructor(
    private readonly channel: InvalidationChannel,
    private readonly options: LiveCacheOptions,
  ) {
    this.values = new LRUCache({ max: options.max, ttl: options.ttlMs });
    channel.subscribe(options.topic, (key) => {
      if (key === ALL_KEYS) {
        this.changes += 1;
        this.values.clear();
      } else this.forget(key);
    });
  }

  /** The remembered value, without a question to anybody. */
  peek(key: string): Value | undefined {
    return this.channel.trusted ? this.values.get(key) : undefined;
  }

  /**
   * The remembered value, or what `load` reads.
   *
   * @param load - reads the value; null is not remembered
   * @param ttlMs - milliseconds that this value may be kept, when less than the cache's own limit
   */
  async get(
    key: string,
    load: () => Promise<Value | null>,
    ttlMs?: (value: Value) => number,
  ): Promise<Value | null> {
    const known = this.peek(key);
    if (known !== undefined) return known;
    const before = this.changes;
    const value = await load();
    if (value !== null && before === this.changes && this.channel.mayRemember) {
      const ttl = Math.min(this.options.ttlMs, ttlMs?.(value) ?? Infinity);
      if (ttl >= 1) this.values.set(key, value, { ttl: Math.floor(ttl) });
    }
    return value;
  }

  /** Forgets one value here alone: for what may be a little older elsewhere. */
  forget(key: string): void {
    this.changes += 1;
    this.values.delete(key);
  }

  /** Announces that what is remembered under these keys is no longer true, on every instance. */
  async invalidate(...keys: string[]): Promise<void> {
    await this.channel.announce(this.options.topic, keys);
  }
}
