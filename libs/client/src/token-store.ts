import { type Exclusively, inTurn } from './exclusively.js';
import { exclusivelyByStorage, exclusivelyByWebLocks, type StorageLike } from './locks.js';
import { isTokens, type Tokens } from './tokens.js';

/** Where the tokens are kept. Several clients that share one share a login. */
export interface TokenStore {
  read(): Tokens | null | Promise<Tokens | null>;
  /** @param tokens - null when nobody is logged in any more */
  write(tokens: Tokens | null): void | Promise<void>;
  /** Tells of writes, at least of those by others. Without it they are seen at the next request. @returns what ends it */
  subscribe?(listener: () => void): () => void;
  /**
   * Runs one task at a time among all who share the store: a refresh token is good once. Without it the clients of this
   * process take turns.
   */
  readonly exclusively?: Exclusively;
  /** Keeps the device token, by which the service knows this device at the next login. It outlives a logout. */
  readonly device?: DeviceTokenStore;
}

/** Where the device token is kept. */
export interface DeviceTokenStore {
  read(): string | null | Promise<string | null>;
  write(token: string): void | Promise<void>;
}

/** Keeps the tokens as long as the page or the process lives. */
export function memoryStore(): TokenStore {
  let kept: Tokens | null = null;
  let device: string | null = null;
  const listeners = new Set<() => void>();
  return {
    read: () => kept,
    write: (tokens) => {
      kept = tokens;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exclusively: inTurn(),
    device: {
      read: () => device,
      write: (token) => {
        device = token;
      },
    },
  };
}

/** What a window has, as far as it is used here. */
interface WindowLike {
  readonly localStorage: StorageLike;
  addEventListener?(type: 'storage', listener: (event: { readonly key: string | null }) => void): void;
  removeEventListener?(type: 'storage', listener: (event: { readonly key: string | null }) => void): void;
}

/**
 * Keeps the tokens in `localStorage`, for all tabs of an origin and beyond a reload. Whatever script runs in the page can
 * read them. Do not give it `sessionStorage`: a duplicated tab begins with a copy of it, and a refresh token is good once.
 *
 * @param name - the key; clients with the same one share a login
 */
export function webStorageStore(
  storage: StorageLike = (globalThis as unknown as WindowLike).localStorage,
  name = 'auth-service',
): TokenStore {
  const window = globalThis as unknown as WindowLike;
  return {
    read: () => parse(storage.getItem(name)),
    write: (tokens) => {
      if (tokens === null) storage.removeItem(name);
      else storage.setItem(name, JSON.stringify(tokens));
    },
    subscribe: (listener) => {
      // A key of null: everything was cleared.
      const heard = ({ key }: { readonly key: string | null }) => {
        if (key === name || key === null) listener();
      };
      window.addEventListener?.('storage', heard);
      return () => window.removeEventListener?.('storage', heard);
    },
    exclusively: exclusivelyByWebLocks(name) ?? exclusivelyByStorage(storage, name),
    device: {
      read: () => storage.getItem(`${name}.device`),
      write: (token) => storage.setItem(`${name}.device`, token),
    },
  };
}

function parse(text: string | null): Tokens | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isTokens(value) ? value : null;
  } catch {
    return null;
  }
}
