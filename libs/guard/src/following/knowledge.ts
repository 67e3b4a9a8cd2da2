import { AuthorizationReplica, type AuthorizationUpdate } from '@auth-service/authorization';
import { Injectable } from '@nestjs/common';
import { EndedSessions } from './ended-sessions.js';
import { ServiceClock } from './service-clock.js';

interface Waiter {
  readonly rev: number;
  readonly wake: () => void;
}

/** Is told of each update; null: of a snapshot, after which anything may be different. */
type Hearer = (update: AuthorizationUpdate | null) => void;

/** All that is known of the service's users, roles, teams and groups, and since when that may be out of date. */
@Injectable()
export class Knowledge {
  readonly clock = new ServiceClock();
  readonly endedSessions = new EndedSessions();
  private current: AuthorizationReplica | null = null;
  /** By our monotonic clock: at that moment the service knew nothing newer. */
  private confirmedAt = -Infinity;
  private readonly waiters = new Set<Waiter>();
  private readonly hearers = new Set<Hearer>();

  /** null until the first snapshot has come. */
  get replica(): AuthorizationReplica | null {
    return this.current;
  }

  /** The revision that is known; -1 before the first. */
  get rev(): number {
    return this.current?.rev ?? -1;
  }

  /** For how many milliseconds nothing has confirmed what is known. */
  get ageMs(): number {
    return performance.now() - this.confirmedAt;
  }

  /** Whether decisions may rest on it. */
  isGood(maxStalenessMs: number, rev: number): boolean {
    return this.rev >= rev && this.ageMs <= maxStalenessMs;
  }

  /** Begins with a snapshot. It may be older than what was known, after the service's database was restored. */
  begin(replica: AuthorizationReplica): void {
    this.current = replica;
    this.wake();
    for (const hearer of this.hearers) hearer(null);
  }

  /** @returns `gap` when something before it is missing, or nothing is known yet */
  apply(update: AuthorizationUpdate): 'applied' | 'known' | 'gap' {
    const result = this.current?.apply(update) ?? 'gap';
    if (result !== 'applied') return result;
    this.wake();
    for (const hearer of this.hearers) hearer(update);
    return result;
  }

  /**
   * Tells what changes from now on, right after it has.
   *
   * @returns what ends that
   */
  hear(hearer: Hearer): () => void {
    this.hearers.add(hearer);
    return () => void this.hearers.delete(hearer);
  }

  /**
   * The service knew nothing newer at that moment.
   *
   * @param at - by our monotonic clock: what {@link ServiceClock.heard} gives
   */
  confirm(at: number): void {
    this.confirmedAt = Math.max(this.confirmedAt, at);
  }

  /** Waits until a revision is known, for so long at most. */
  async reached(rev: number, ms: number): Promise<void> {
    if (this.rev >= rev) return;
    await new Promise<void>((resolve) => {
      const waiter = { rev, wake: done };
      const timer = setTimeout(done, ms);
      const { waiters } = this;
      waiters.add(waiter);
      function done() {
        clearTimeout(timer);
        waiters.delete(waiter);
        resolve();
      }
    });
  }

  private wake(): void {
    for (const { rev, wake } of [...this.waiters]) if (this.rev >= rev) wake();
  }
}
