import type { Exclusively } from './exclusively.js';

/** What is used of `localStorage`. */
export interface StorageLike {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

interface LockManagerLike {
  request<T>(name: string, task: () => Promise<T>): Promise<T>;
}

/** Longer than a refresh can take: then whoever held the lock is gone. */
const LEASE_MS = 60_000;
/** Longer than it takes until other tabs see what one has written, on a busy machine too. */
const SETTLE_MS = 300;
const POLL_MS = 50;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Among all tabs of the origin by the Web Locks API; undefined where there is none, such as on a page without TLS. */
export function exclusivelyByWebLocks(name: string): Exclusively | undefined {
  const { navigator } = globalThis as { navigator?: { locks?: LockManagerLike } };
  const locks = navigator?.locks;
  return locks && ((task) => locks.request(`${name}:refresh`, task));
}

/**
 * Among all who share the storage, by Fischer's algorithm: wait until the lock is free, write your name, let it settle,
 * and go in if it is still yours. Whoever dies in there is waited for until the lease ends.
 */
export function exclusivelyByStorage(
  storage: StorageLike,
  name: string,
  { leaseMs = LEASE_MS, settleMs = SETTLE_MS } = {},
): Exclusively {
  const key = `${name}:lock`;
  const isFree = () => {
    const until = Number(storage.getItem(key)?.split(' ')[0]);
    const left = until - Date.now();
    // A lease from a clock that was ahead ends as well.
    return !(left > 0 && left <= leaseMs);
  };
  return async (task) => {
    let mine: string;
    do {
      while (!isFree()) await sleep(POLL_MS);
      mine = `${Date.now() + leaseMs} ${Math.random()}`;
      storage.setItem(key, mine);
      await sleep(settleMs);
    } while (storage.getItem(key) !== mine);
    try {
      return await task();
    } finally {
      if (storage.getItem(key) === mine) storage.removeItem(key);
    }
  };
}
