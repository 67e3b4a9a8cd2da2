import type { paths } from './openapi.js';

/** HTTP methods of the API, as the document names them. */
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The paths that have a method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends undefined ? never : P;
}[keyof paths];

type Operation<M extends Method, P extends PathWith<M>> = NonNullable<paths[P][M]>;

// A part that an operation does not have is `unknown`, which adds nothing to the others.
type PathPart<O> = O extends { parameters: { path: infer V } } ? { path: V } : unknown;
type QueryPart<O> = O extends { parameters: { query: infer V } }
  ? { query: V }
  : O extends { parameters: { query?: infer V } }
    ? [V] extends [undefined]
      ? unknown
      : { query?: V }
    : unknown;
type BodyOf<C> = C extends { 'application/json': infer V }
  ? V
  : C extends { 'multipart/form-data': unknown }
    ? FormData
    : never;
type BodyPart<O> = O extends { requestBody: { content: infer C } }
  ? { body: BodyOf<C> }
  : O extends { requestBody?: { content: infer C } }
    ? { body?: BodyOf<C> }
    : unknown;

/** What every request may have. */
export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Sends no access token, and so refreshes none. */
  readonly anonymous?: boolean;
}

type Options<O> = RequestOptions & PathPart<O> & QueryPart<O> & BodyPart<O>;

/** The options of an operation; they may be left out when none of them is required. */
export type Arguments<M extends Method, P extends PathWith<M>> =
  RequestOptions extends Options<Operation<M, P>>
    ? [options?: Options<Operation<M, P>>]
    : [options: Options<Operation<M, P>>];

type Content<R> = R extends { content: { 'application/json': infer V } } ? V : undefined;

/** What an operation answers when it succeeds. */
export type Answer<M extends Method, P extends PathWith<M>> =
  Operation<M, P> extends { responses: infer R } ? Content<R[keyof R]> : never;

type QueryValue = string | number | boolean | null | undefined;

/** All that the options of any operation can be. */
export interface AnyOptions extends RequestOptions {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, QueryValue | readonly QueryValue[]>>;
  readonly body?: unknown;
}

/** Fills the parameters of a path in, and appends the query; what is undefined stays out, a list is repeated. */
export function urlOf(baseUrl: string, template: string, { path = {}, query = {} }: AnyOptions): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(path[name] ?? '');
    // A segment of dots would be taken for a way up.
    if (/^\.{0,2}$/.test(value)) throw new TypeError(`${name} is no part of a path: "${value}"`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of [value].flat()) if (item != null) search.append(name, String(item));
  }
  const text = search.toString();
  return baseUrl + filled + (text && `?${text}`);
}

/** JSON, unless it is something that `fetch` sends by itself. */
export function bodyOf(body: unknown): { body?: RequestInit['body']; headers?: Record<string, string> } {
  if (body === undefined) return {};
  if (body instanceof FormData || body instanceof URLSearchParams || body instanceof Blob) return { body };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
