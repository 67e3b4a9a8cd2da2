/** Sessions that ended while access tokens of theirs may still be good. */
export class EndedSessions {
  /** Until when each is kept. The first are the oldest. */
  private readonly sessions = new Map<string, number>();

  /** @param keepMs - how long an access token lives: after that nobody has one of these sessions */
  add(ids: Iterable<string>, keepMs: number): void {
    const now = performance.now();
    for (const [id, until] of this.sessions) {
      if (until > now) break;
      this.sessions.delete(id);
    }
    for (const id of ids) {
      this.sessions.delete(id);
      this.sessions.set(id, now + keepMs);
    }
  }

  has(id: string): boolean {
    return this.sessions.has(id);
  }
}
