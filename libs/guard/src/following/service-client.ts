import { Inject, Injectable } from '@nestjs/common';
import { GuardMetrics } from '../metrics/guard-metrics.js';
import { GUARD_FETCH, type GuardFetch } from '../module/guard-fetch.js';
import { GuardSettings } from '../module/guard-settings.js';
import { answerOf, responseOf } from './service-answer.js';
import { ServiceCredentials } from './service-credentials.js';
import { ServiceRefusal } from './service-errors.js';

/** Asks the auth service, as this service's own account. */
@Injectable()
export class ServiceClient {
  constructor(
    private readonly settings: GuardSettings,
    private readonly credentials: ServiceCredentials,
    private readonly metrics: GuardMetrics,
    @Inject(GUARD_FETCH) private readonly fetch: GuardFetch,
  ) {}

  /**
   * @param path - below `/auth/v1`
   * @throws ServiceUnreachable, ServiceRefusal
   */
  get<T>(path: string): Promise<T> {
    return this.json(`${this.settings.url}/v1${path}`, {});
  }

  /**
   * @param path - below `/auth/v1`
   * @throws ServiceUnreachable, ServiceRefusal
   */
  put<T>(path: string, body: object): Promise<T> {
    return this.json(`${this.settings.url}/v1${path}`, { method: 'PUT', ...jsonBody(body) });
  }

  /**
   * Asks the decision point: the AuthZEN Authorization API 1.0.
   *
   * @throws ServiceUnreachable, ServiceRefusal
   */
  evaluate<T>(questions: object): Promise<T> {
    const url = `${this.settings.decisionsUrl}/evaluations`;
    return this.json(url, { method: 'POST', ...jsonBody(questions) });
  }

  /**
   * Opens a stream of server-sent events.
   *
   * @param path - below `/auth/v1`
   * @param signal - ends it
   * @throws ServiceUnreachable, ServiceRefusal
   */
  async events(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const url = `${this.settings.url}/v1${path}`;
    const opening = new AbortController();
    const timer = setTimeout(() => opening.abort(), this.settings.timeoutMs);
    try {
      const response = await this.authorized(url, { headers: { accept: 'text/event-stream' } }, () =>
        AbortSignal.any([signal, opening.signal]),
      );
      return response.body ?? new ReadableStream();
    } finally {
      clearTimeout(timer);
    }
  }

  private async json<T>(url: string, init: RequestInit): Promise<T> {
    const timeout = () => AbortSignal.timeout(this.settings.timeoutMs);
    const response = await this.authorized(url, init, timeout);
    return answerOf<T>(url, () => Promise.resolve(response));
  }

  /** A token that is refused is replaced once: the service may have changed its keys, or this account. */
  private async authorized(url: string, init: RequestInit, signal: () => AbortSignal): Promise<Response> {
    try {
      return await this.send(url, init, signal);
    } catch (error) {
      if (!(error instanceof ServiceRefusal) || error.status !== 401) throw error;
      this.credentials.forget();
      return this.send(url, init, signal);
    }
  }

  private async send(url: string, init: RequestInit, signal: () => AbortSignal): Promise<Response> {
    try {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${await this.credentials.token()}`);
      const response = await responseOf(url, () => this.fetch(url, { ...init, headers, signal: signal() }));
      this.metrics.countCall('answered');
      return response;
    } catch (error) {
      this.metrics.countCall('failed');
      throw error;
    }
  }
}

const jsonBody = (body: object) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
