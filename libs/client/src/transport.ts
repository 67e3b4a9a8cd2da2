import { AuthError, retryAfterSeconds } from './auth-error.js';

/** `fetch`, or what stands for it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** A longer `Retry-After` is the caller's to wait for. */
const MAX_RETRY_AFTER_SECONDS = 10;

/** Sends requests. Without an answer it throws AuthError `unreachable`; the caller's own abort stays what it is. */
export class Transport {
  constructor(private readonly fetchIt: Fetch) {}

  /**
   * @param mayRepeat - whether to wait once for as long as a busy service asks
   * @param timeoutMs - of each attempt, body included
   */
  async send(url: string, init: RequestInit, mayRepeat: boolean, timeoutMs?: number): Promise<Response> {
    const response = await this.once(url, init, timeoutMs);
    if (!mayRepeat || (response.status !== 429 && response.status !== 503)) return response;
    const seconds = retryAfterSeconds(response.headers);
    if (seconds === undefined || seconds > MAX_RETRY_AFTER_SECONDS) return response;
    await response.body?.cancel();
    await unlessAborted(new Promise((resolve) => setTimeout(resolve, seconds * 1000)), init.signal);
    return this.once(url, init, timeoutMs);
  }

  private async once(url: string, init: RequestInit, timeoutMs?: number): Promise<Response> {
    const limit = timeoutMs === undefined ? {} : { signal: AbortSignal.timeout(timeoutMs) };
    try {
      return await this.fetchIt(url, { ...init, ...limit });
    } catch (cause) {
      init.signal?.throwIfAborted();
      throw new AuthError('unreachable', 'No answer came.', { cause });
    }
  }
}

/** Waits for something shared, which goes on when one who waits gives up. */
export function unlessAborted<T>(shared: Promise<T>, signal?: AbortSignal | null): Promise<T> {
  if (signal == null) return shared;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
