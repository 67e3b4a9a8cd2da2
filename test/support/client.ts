import type { BuiltService } from './built-service.js';

/** What a {@link Client} was answered. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  /** Milliseconds that it took. */
  readonly ms: number;
}

/** An app that talks to a {@link BuiltService}. */
export class Client {
  constructor(
    private readonly service: Pick<BuiltService, 'origin'>,
    private readonly accessToken = '',
  ) {}

  /** @param path - below `/auth` */
  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: object,
  ): Promise<Answer<Body>> {
    const since = performance.now();
    const response = await fetch(`${this.service.origin}/auth${path}`, {
      method,
      headers: {
        ...(this.accessToken !== '' && { authorization: `Bearer ${this.accessToken}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = text === '' ? {} : (JSON.parse(text) as unknown);
    return {
      status: response.status,
      headers: response.headers,
      body: answer as Body,
      ms: performance.now() - since,
    };
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send('GET', path);
  }

  post<Body = Record<string, unknown>>(path: string, body?: object): Promise<Answer<Body>> {
    return this.send('POST', path, body);
  }

  /** The same app, logged in. */
  as(accessToken: string): Client {
    return new Client(this.service, accessToken);
  }
}
