/** Under this token stands the `fetch` by which the guard reaches the auth service. */
export const GUARD_FETCH = Symbol.for('@auth-service/guard/fetch');

/** As the global `fetch`, of which no more than this is used. */
export type GuardFetch = (url: string, init: RequestInit) => Promise<Response>;
