import { AppError } from '../errors/index.js';

/** Jobs that have ended are handed out together, at most so many. */
const GROUP_SIZE = 8;
/** Milliseconds for which a job that has ended is held at most. */
const HOLD_MS = 200;

/**
 * Lets a bounded number of jobs run at once and a bounded number wait, in the order in which they came.
 *
 * While many wait, jobs that have ended are handed out in groups. A password hash leaves nothing else in the processor's
 * caches, so what follows it is slow to begin; following up eight at once costs little more than one, and those who
 * wait longest gain most by it. While few wait, each is handed out at once.
 */
export class WorkQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private held: (() => void)[] = [];
  private holding: NodeJS.Timeout | undefined;

  constructor(
    private readonly concurrency: number,
    private readonly maxWaiting: number,
  ) {}

  /**
   * Runs a job when it is its turn.
   *
   * @throws AppError `overloaded` when too many are waiting already
   */
  async run<T>(job: () => Promise<T>): Promise<T> {
    if (this.running < this.concurrency) this.running += 1;
    else {
      if (this.waiting.length >= this.maxWaiting) throw new AppError('overloaded', { retryAfter: 2 });
      // Whoever ends hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    try {
      return await job();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
      await this.handedOut();
    }
  }

  private async handedOut(): Promise<void> {
    if (this.waiting.length < GROUP_SIZE || this.held.length + 1 >= GROUP_SIZE) {
      this.handOut();
      return;
    }
    this.holding ??= setTimeout(() => this.handOut(), HOLD_MS);
    await new Promise<void>((resolve) => this.held.push(resolve));
  }

  private handOut(): void {
    clearTimeout(this.holding);
    this.holding = undefined;
    const { held } = this;
    this.held = [];
    for (const resolve of held) resolve();
  }
}
