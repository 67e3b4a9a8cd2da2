import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './server-process.js';

/** Waits before each attempt, so that a server that cannot stay up does not keep the machine busy. */
const PAUSES_MS = [0, 500, 1000, 2000];

/** Told of what happens to a {@link KeptServer}. */
export interface KeptServerEvents {
  readonly onRestart?: (lastWords: string) => void;
  readonly onFailure?: (error: unknown) => void;
}

/** Keeps a server running: starts it again when it ends although nobody stopped it. */
export class KeptServer {
  private stopping = false;
  private restarting: Promise<void> = Promise.resolve();

  /** @param restart - starts it again, where it was */
  constructor(
    private server: ServerProcess,
    private readonly events: KeptServerEvents,
    private readonly restart: () => Promise<ServerProcess>,
  ) {
    this.watch();
  }

  /** Stops the server for good, also one that is just being started again. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.restarting;
    await this.server.stop();
  }

  private watch(): void {
    this.server.onFailure((lastWords) => {
      if (this.stopping) return;
      this.events.onRestart?.(lastWords);
      this.restarting = this.startAgain();
    });
  }

  private async startAgain(): Promise<void> {
    let failure: unknown;
    for (const pause of PAUSES_MS) {
      await sleep(pause);
      if (this.stopping) return;
      try {
        this.server = await this.restart();
        this.watch();
        return;
      } catch (error) {
        failure = error;
      }
    }
    this.events.onFailure?.(failure);
  }
}
