import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { ALL_KEYS, type InvalidationChannel } from './invalidation-channel.js';
import { LiveCache } from './live-cache.js';

/** A channel inside this process. */
class FakeChannel {
  trusted = true;
  mayRemember = true;
  private readonly listeners: [topic: string, listener: (key: string) => void][] = [];

  subscribe(topic: string, listener: (key: string) => void): void {
    this.listeners.push([topic, listener]);
  }

  announce(topic: string, keys: readonly string[]): Promise<void> {
    for (const key of keys) for (const [of, listener] of this.listeners) if (of === topic) listener(key);
    return Promise.resolve();
  }
}

interface Value {
  readonly version: number;
}

let channel: FakeChannel;
let cache: LiveCache<Value>;
let version: number;
let reads: number;

const load = (): Promise<Value> => {
  reads += 1;
  return Promise.resolve({ version });
};

beforeEach(() => {
  channel = new FakeChannel();
  cache = new LiveCache(channel as unknown as InvalidationChannel, { topic: 'thing', max: 3, ttlMs: 60_000 });
  version = 1;
  reads = 0;
});

describe('LiveCache', () => {
  it('asks once, then remembers', async () => {
    expect(cache.peek('a')).toBeUndefined();
    await cache.get('a', load);
    expect(await cache.get('a', load)).toEqual({ version: 1 });
    expect(cache.peek('a')).toEqual({ version: 1 });
    expect(reads).toBe(1);
  });

  it('forgets what was announced, and nothing else', async () => {
    for (const key of ['a', 'b']) await cache.get(key, load);
    await channel.announce('other', ['a', ALL_KEYS]);
    expect(cache.peek('a')).toBeDefined();
    await cache.invalidate('a');
    expect([cache.peek('a'), cache.peek('b')]).toEqual([undefined, { version: 1 }]);
    await channel.announce('thing', [ALL_KEYS]);
    expect(cache.peek('b')).toBeUndefined();
  });

  it.each([['a'], [ALL_KEYS]])('uses once what was read while %s was announced', async (announced) => {
    const value = await cache.get('a', async () => {
      const before = await load();
      await channel.announce('thing', [announced]);
      return before;
    });
    expect(value).toEqual({ version: 1 });
    expect(cache.peek('a')).toBeUndefined();
  });

  it('neither keeps nor serves anything while the channel is not trusted', async () => {
    await cache.get('a', load);
    channel.trusted = channel.mayRemember = false;
    version = 2;
    expect(cache.peek('a')).toBeUndefined();
    expect(await cache.get('a', load)).toEqual({ version: 2 });
    await cache.get('b', load);
    channel.trusted = channel.mayRemember = true;
    expect(cache.peek('b')).toBeUndefined();
  });

  it('serves but does not keep what an open transaction reads', async () => {
    channel.mayRemember = false;
    expect(await cache.get('a', load)).toEqual({ version: 1 });
    expect(cache.peek('a')).toBeUndefined();
  });

  it('does not remember that there is nothing', async () => {
    expect(await cache.get('a', () => Promise.resolve(null))).toBeNull();
    expect(await cache.get('a', load)).toEqual({ version: 1 });
  });

  it('keeps a value no longer than the value itself allows', async () => {
    await cache.get('short', load, () => 30);
    await cache.get('over', load, () => 0.5);
    await cache.get('long', load, () => Infinity);
    expect(cache.peek('short')).toBeDefined();
    expect(cache.peek('over')).toBeUndefined();
    await sleep(60);
    expect(cache.peek('short')).toBeUndefined();
    expect(cache.peek('long')).toBeDefined();
  });

  it('keeps no more than its limit', async () => {
    for (const key of ['a', 'b', 'c', 'd']) await cache.get(key, load);
    expect(['a', 'b', 'c', 'd'].filter((key) => cache.peek(key) !== undefined)).toHaveLength(3);
  });

  it('never gives what is older than the last announcement before the question', async () => {
    const step = fc.oneof(
      fc.constant({ kind: 'change' as const }),
      fc.constant({ kind: 'ask' as const }),
      fc.record({ kind: fc.constant('answer' as const), index: fc.nat(5) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const waiting: (() => void)[] = [];
        const questions: Promise<void>[] = [];
        let announced = 0;
        let stored = 0;
        const slowly = () =>
          new Promise<Value>((resolve) => {
            const read = { version: stored };
            waiting.push(() => resolve(read));
          });
        await channel.announce('thing', [ALL_KEYS]);
        for (const { kind, ...rest } of steps) {
          if (kind === 'change') {
            stored += 1;
            await cache.invalidate('a');
            announced = stored;
          } else if (kind === 'ask') {
            const least = announced;
            questions.push(
              cache.get('a', slowly).then((value) => expect(value?.version).toBeGreaterThanOrEqual(least)),
            );
          } else {
            waiting.splice('index' in rest ? rest.index : 0, 1).forEach((answer) => answer());
            await Promise.resolve();
          }
        }
        waiting.forEach((answer) => answer());
        await Promise.all(questions);
      }),
    );
  });
});
