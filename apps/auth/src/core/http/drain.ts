import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

/** Long enough for connections in use to hear of it, short enough for who presses Ctrl-C. */
const GRACE_MS = 500;

/**
 * The time between being told to stop and stopping. Every answer then closes its connection, so that none is cut while
 * a client sends its next request on it, and proxies that ask for readiness turn to another instance.
 */
@Injectable()
export class Drain {
  private draining = false;

  get begun(): boolean {
    return this.draining;
  }

  async run(): Promise<void> {
    this.draining = true;
    await sleep(GRACE_MS);
  }
}
