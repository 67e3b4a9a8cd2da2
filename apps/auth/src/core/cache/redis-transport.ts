import { Redis } from 'ioredis';
import type { AppLogger } from '../telemetry/index.js';

const CHANNEL = 'auth:invalidation';
const PUBLISH_TIMEOUT_MS = 500;
const HEARTBEAT_MS = 1000;

/** Carries invalidations over Redis' PUBLISH and SUBSCRIBE. */
export class RedisTransport {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private heartbeat: NodeJS.Timeout | undefined;
  private subscribed = false;

  constructor(
    url: string,
    private readonly logger: AppLogger,
    private readonly receive: (payload: string) => void,
    private readonly forget: () => void,
  ) {
    const options = {
      lazyConnect: true,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: PUBLISH_TIMEOUT_MS,
      connectTimeout: 2000,
      retryStrategy: (attempt: number) => Math.min(100 * attempt, 1000),
    };
    this.publisher = new Redis(url, options);
    this.subscriber = new Redis(url, { ...options, autoResubscribe: false });
  }

  get connected(): boolean {
    return this.subscribed && this.publisher.status === 'ready';
  }

  async start(): Promise<void> {
    for (const client of [this.publisher, this.subscriber]) {
      // Without a listener ioredis prints each failed attempt; the loss itself is told once, below.
      client.on('error', (error: Error) => this.logger.debug({ err: error }, 'redis'));
    }
    this.subscriber.on('ready', () => void this.subscribe());
    this.subscriber.on('close', () => this.lose());
    this.subscriber.on('message', (_channel, payload) => this.receive(payload));
    await Promise.all([this.publisher.connect(), this.subscriber.connect()]).catch(() => undefined);
    this.heartbeat = setInterval(() => void this.ping(), HEARTBEAT_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.heartbeat);
    this.subscriber.removeAllListeners('close');
    this.publisher.disconnect();
    this.subscriber.disconnect();
    await Promise.resolve();
  }

  /** @returns false when the message may not have been sent */
  async publish(payload: string): Promise<boolean> {
    return this.publisher.publish(CHANNEL, payload).then(
      () => true,
      () => false,
    );
  }

  private async subscribe(): Promise<void> {
    try {
      await this.subscriber.subscribe(CHANNEL);
      this.forget();
      this.subscribed = true;
    } catch (error) {
      this.logger.warn({ err: error }, 'redis refused the subscription');
      this.subscriber.disconnect(true);
    }
  }

  /** A connection that is open but silent must not be trusted: it answers within the command timeout or is closed. */
  private async ping(): Promise<void> {
    if (this.subscriber.status !== 'ready') return;
    await this.subscriber.ping().catch(() => {
      this.lose();
      this.subscriber.disconnect(true);
    });
  }

  private lose(): void {
    if (this.subscribed) this.logger.warn('redis no longer tells of changes; caches are off until it does');
    this.subscribed = false;
    this.forget();
  }
}
