/** A sample may be this much too slow for the way that it took; faster samples are believed for as long. */
const DECAY_MS = 5;

/**
 * The database's clock. Windows are compared with it alone, so that an instance whose own clock is wrong decides as the
 * others do.
 */
export class DatabaseClock {
  private offset: number | null = null;

  /** @param now - what the database just told: milliseconds since 1970 */
  set(now: number): void {
    const sample = now - Date.now();
    this.offset = this.offset === null ? sample : Math.max(sample, this.offset - DECAY_MS);
  }

  /** Milliseconds since 1970. */
  now(): number {
    return Date.now() + (this.offset ?? 0);
  }
}
