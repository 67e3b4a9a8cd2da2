/** The time as ISO 8601 in UTC with milliseconds, written out once in each of them. */
export class IsoClock {
  private at = 0;
  private text = '';

  now(): string {
    const at = Date.now();
    if (at !== this.at) {
      this.at = at;
      this.text = new Date(at).toISOString();
    }
    return this.text;
  }
}
