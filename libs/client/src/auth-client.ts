import { AuthError } from './auth-error.js';
import { AuthorizedRequests } from './authorized-requests.js';
import type { components } from './openapi.js';
import {
  type AnyOptions,
  type Answer,
  type Arguments,
  bodyOf,
  type Method,
  type PathWith,
  urlOf,
} from './operations.js';
import { type LogoutReason, SessionEvents, sessionOf } from './session-events.js';
import { readJson, TokenEndpoint } from './token-endpoint.js';
import { TokenKeeper } from './token-keeper.js';
import { type DeviceTokenStore, memoryStore, type TokenStore } from './token-store.js';
import { isTokenAnswer, type Session, timesOf, type TokenAnswer, type Tokens, tokensOf } from './tokens.js';
import { type Fetch, Transport } from './transport.js';

/** How an {@link AuthClient} is made. */
export interface AuthClientOptions {
  /** Where the service is, for example `https://auth.example.com`. */
  readonly baseUrl: string;
  /** Where the tokens are kept; in memory when nothing is said. */
  readonly store?: TokenStore;
  /** Origins of your own services that `fetch()` may send the access token to, beside that of `baseUrl`. */
  readonly tokenOrigins?: readonly string[];
  readonly fetch?: Fetch;
}

type Schemas = components['schemas'];

/** The service's API, as somebody who logs in uses it. */
export class AuthClient {
  private readonly baseUrl: string;
  private readonly tokenOrigins: ReadonlySet<string>;
  private readonly events = new SessionEvents();
  private readonly endpoint: TokenEndpoint;
  private readonly keeper: TokenKeeper;
  private readonly requests: AuthorizedRequests;
  private readonly device: DeviceTokenStore | undefined;
  private readonly unsubscribe: (() => void) | undefined;

  constructor(options: AuthClientOptions) {
    const { baseUrl, store = memoryStore(), tokenOrigins = [] } = options;
    this.baseUrl = baseUrl.replace(/\/+$/, '');
    this.tokenOrigins = new Set([baseUrl, ...tokenOrigins].map((url) => new URL(url).origin));
    this.device = store.device;
    const transport = new Transport(options.fetch ?? ((url, init) => fetch(url, init)));
    this.endpoint = new TokenEndpoint(transport, this.baseUrl);
    this.keeper = new TokenKeeper(store, this.events, (refreshToken) => this.endpoint.exchange(refreshToken));
    this.requests = new AuthorizedRequests(transport, this.keeper);
    // What is there already is known before it changes. A store that fails here is heard of at the next request.
    const look = () => void this.keeper.read().catch(() => null);
    this.unsubscribe = store.subscribe?.(look);
    look();
  }

  /**
   * Logs in with e-mail and password.
   *
   * @throws AuthError `second_factor_required` with `problem.challenge` and `problem.methods`: send the proof, and give
   * the answer to {@link accept}
   */
  async login(credentials: Schemas['LoginRequest']): Promise<Session> {
    const deviceToken = await this.deviceToken();
    const body = { ...(deviceToken !== null && { deviceToken }), ...credentials };
    return this.accept(await this.post('/auth/v1/login', { body, anonymous: true }));
  }

  /** Takes the tokens of another way in, such as a passkey, or the new access token of a step-up. */
  async accept(answer: TokenAnswer | Schemas['StepUpResponse']): Promise<Session> {
    const since = Date.now();
    if (isTokenAnswer(answer)) {
      if (answer.deviceToken !== undefined) await this.device?.write(answer.deviceToken);
      return this.keep(tokensOf(answer, since));
    }
    const tokens = await this.keeper.read();
    if (tokens === null) throw new TypeError('Nobody is logged in who could have stepped up.');
    return this.keep({ ...tokens, accessToken: answer.accessToken, ...timesOf(answer.expiresIn, since) });
  }

  /** What the service knows this device by, for the ways in that {@link login} is not; null before the first login. */
  async deviceToken(): Promise<string | null> {
    return (await this.device?.read()) ?? null;
  }

  /**
   * Logs out: here at once, then at the service.
   *
   * @throws AuthError when the service could not be told; the session there lives until it ends by itself
   */
  async logout(): Promise<void> {
    const tokens = await this.keeper.read();
    if (tokens === null) return;
    await this.keeper.write(null, 'requested');
    await this.endpoint.end(tokens);
  }

  /** Who is logged in here; null when nobody is. */
  async session(): Promise<Session | null> {
    const tokens = await this.keeper.read();
    return tokens && sessionOf(tokens);
  }

  /** A good access token for what is not sent by this client, such as a WebSocket; null when nobody is logged in. */
  async accessToken(): Promise<string | null> {
    return (await this.keeper.current())?.accessToken ?? null;
  }

  /** Tells of a login, of new tokens and of a logout, in other tabs too. @returns what ends it */
  onChange(listener: (session: Session | null) => void): () => void {
    return this.events.addChangeListener(listener);
  }

  /** Tells that nobody is logged in any more. @returns what ends it */
  onLogout(listener: (reason: LogoutReason) => void): () => void {
    return this.events.addLogoutListener(listener);
  }

  /** Stops listening to the store. */
  close(): void {
    this.unsubscribe?.();
  }

  get<P extends PathWith<'get'>>(path: P, ...[options]: Arguments<'get', P>): Promise<Answer<'get', P>> {
    return this.call('get', path, options);
  }

  post<P extends PathWith<'post'>>(path: P, ...[options]: Arguments<'post', P>): Promise<Answer<'post', P>> {
    return this.call('post', path, options);
  }

  put<P extends PathWith<'put'>>(path: P, ...[options]: Arguments<'put', P>): Promise<Answer<'put', P>> {
    return this.call('put', path, options);
  }

  patch<P extends PathWith<'patch'>>(
    path: P,
    ...[options]: Arguments<'patch', P>
  ): Promise<Answer<'patch', P>> {
    return this.call('patch', path, options);
  }

  delete<P extends PathWith<'delete'>>(
    path: P,
    ...[options]: Arguments<'delete', P>
  ): Promise<Answer<'delete', P>> {
    return this.call('delete', path, options);
  }

  /**
   * `fetch` with the access token, for your own services. Like `fetch` it gives every answer back.
   *
   * @throws TypeError when the address is at none of the `tokenOrigins`
   */
  async fetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const { origin, href } = new URL(url, this.baseUrl);
    if (!this.tokenOrigins.has(origin)) throw new TypeError(`${origin} is not among the tokenOrigins`);
    return this.requests.send(href, init);
  }

  private async keep(tokens: Tokens): Promise<Session> {
    await this.keeper.write(tokens);
    return sessionOf(tokens);
  }

  private async call<T>(method: Method, path: string, options: AnyOptions = {}): Promise<T> {
    const { body, headers, signal, anonymous = false } = options;
    const content = bodyOf(body);
    const url = urlOf(this.baseUrl, path, options);
    const init: RequestInit = {
      ...content,
      method: method.toUpperCase(),
      headers: { ...content.headers, ...headers },
      credentials: 'omit',
      ...(signal && { signal }),
    };
    const response = await (anonymous ? this.requests.sendWithout(url, init) : this.requests.send(url, init));
    if (!response.ok) throw await AuthError.from(response);
    return (await readJson(response)) as T;
  }
}
