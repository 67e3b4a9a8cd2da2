/**
 * Notices that a server leaves a connection without answers.
 *
 * One timer watches all statements of a connection, and it is not touched by them: a timer for each costs as much as a
 * third of sending it, and keeps what the statement has used out of reach of the short garbage collections.
 */
export class AnswerWatch {
  private unanswered = 0;
  private lastHeardAt = 0;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param limitMs - milliseconds for which an answer is waited for; 0 waits for ever
   * @param onSilence - called once when none has come for so long
   */
  constructor(
    private readonly limitMs: number,
    private readonly onSilence: () => void,
  ) {}

  /** A statement was sent. */
  sent(): void {
    if (this.unanswered++ > 0 || this.limitMs === 0) return;
    this.lastHeardAt = performance.now();
    this.timer ??= this.lookAgainIn(this.limitMs);
  }

  /** A statement was answered, or will not be. */
  answered(): void {
    this.unanswered--;
    this.lastHeardAt = performance.now();
  }

  private lookAgainIn(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.look(), ms).unref();
  }

  private look(): void {
    this.timer = undefined;
    if (this.unanswered === 0) return;
    const left = this.lastHeardAt + this.limitMs - performance.now();
    if (left <= 0) this.onSilence();
    else this.timer = this.lookAgainIn(left);
  }
}
