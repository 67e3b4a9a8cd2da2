import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, openListener, type PostgresListener } from '../database/index.js';
import type { AppLogger } from '../telemetry/index.js';

const CHANNEL = 'auth_invalidation';
const HEARTBEAT_MS = 1000;
const RETRY_MS = 500;

/** Carries invalidations over PostgreSQL's LISTEN and NOTIFY, on one connection of its own. */
export class PostgresTransport {
  private listener: PostgresListener | null = null;
  private stopped = false;
  private watching: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly logger: AppLogger,
    private readonly receive: (payload: string) => void,
    private readonly forget: () => void,
  ) {}

  /** False from the moment on at which a heartbeat was missed, until the connection is new and caches are empty. */
  get connected(): boolean {
    return this.listener !== null;
  }

  async start(): Promise<void> {
    await this.connect();
    this.watching = this.watch();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const listener = this.listener;
    this.listener = null;
    await listener?.close();
    await this.watching;
  }

  async publish(payload: string): Promise<void> {
    await this.database.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]);
  }

  private async connect(): Promise<void> {
    const listener = await openListener(this.database, CHANNEL, this.receive);
    // Whatever was announced while nobody listened is unknown: begin with nothing remembered.
    this.forget();
    this.listener = listener;
  }

  private async watch(): Promise<void> {
    while (!this.stopped) {
      try {
        if (this.listener === null) await this.connect();
        await sleep(HEARTBEAT_MS, undefined, { ref: false });
        await this.listener?.ping();
      } catch (error) {
        await this.lose(error);
      }
    }
  }

  private async lose(error: unknown): Promise<void> {
    const lost = this.listener;
    this.listener = null;
    this.forget();
    if (this.stopped) return;
    if (lost !== null)
      this.logger.warn(
        { err: error },
        'the database no longer tells of changes; caches are off until it does',
      );
    await lost?.close();
    await sleep(RETRY_MS, undefined, { ref: false });
  }
}
