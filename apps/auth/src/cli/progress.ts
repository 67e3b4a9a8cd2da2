const LINE_EVERY_MS = 5000;
const BAR_EVERY_MS = 100;
const BAR_WIDTH = 30;

/** Tells how far a long piece of work is: as a bar on a terminal, else as a line every few seconds. */
export class Progress {
  private readonly since = performance.now();
  private toldAt = 0;

  /**
   * @param total - how much there is to do; 0 when that is unknown
   * @param stream - standard error, so that output can be piped
   */
  constructor(
    private readonly what: string,
    private readonly total: number,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {}

  /** @param done - how much of the total is done */
  tell(done: number, detail = ''): void {
    const now = performance.now();
    if (now - this.toldAt < (this.stream.isTTY ? BAR_EVERY_MS : LINE_EVERY_MS)) return;
    this.toldAt = now;
    this.write(done, detail);
  }

  /** Tells the last state. */
  end(done: number, detail = ''): void {
    this.write(done, detail);
    if (this.stream.isTTY) this.stream.write('\n');
  }

  private write(done: number, detail: string): void {
    const share = this.total === 0 ? 0 : Math.min(1, done / this.total);
    const percent = this.total === 0 ? '' : `${Math.floor(share * 100)} %`;
    const seconds = `${((performance.now() - this.since) / 1000).toFixed(0)} s`;
    const words = [percent, detail, seconds].filter((part) => part !== '').join(', ');
    if (!this.stream.isTTY) {
      this.stream.write(`${this.what}: ${words}\n`);
      return;
    }
    const filled = Math.round(share * BAR_WIDTH);
    const bar = this.total === 0 ? '' : ` [${'='.repeat(filled)}${' '.repeat(BAR_WIDTH - filled)}]`;
    this.stream.write(`\r\u001b[K${this.what}${bar} ${words}`);
  }
}
