/** The service's clock, as far as its messages tell it. */
export class ServiceClock {
  /** How far our monotonic clock is ahead of the service's at least: the message that travelled fastest knows best. */
  private lead = Infinity;

  /** Another server may answer from now on, or the clock was set: what was known counts no more. */
  reset(): void {
    this.lead = Infinity;
  }

  /**
   * Takes a message's moment.
   *
   * @param at - the service's clock when it wrote the message, in milliseconds since 1970
   * @returns our own monotonic clock at that moment: a message that was held up on its way does not look new
   */
  heard(at: number): number {
    this.lead = Math.min(this.lead, performance.now() - at);
    return at + this.lead;
  }

  /** The service's time now, in milliseconds since 1970; ours until it is known. */
  now(): number {
    return this.lead === Infinity ? Date.now() : performance.now() - this.lead;
  }
}
