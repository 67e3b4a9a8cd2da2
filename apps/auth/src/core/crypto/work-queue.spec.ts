import { describe, expect, it } from '@jest/globals';
import { AppError } from '../errors/index.js';
import { WorkQueue } from './work-queue.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));

describe('WorkQueue', () => {
  it('never runs more at once than allowed, and runs all in order', async () => {
    const queue = new WorkQueue(2, 100);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const jobs = Array.from({ length: 20 }, (_, index) =>
      queue.run(async () => {
        most = Math.max(most, ++running);
        order.push(index);
        await tick();
        running -= 1;
      }),
    );
    await Promise.all(jobs);
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('refuses what would wait too long, and takes work again afterwards', async () => {
    const queue = new WorkQueue(1, 1);
    const jobs = [1, 2, 3].map(() => queue.run(tick));
    const results = await Promise.allSettled(jobs);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect((results[2] as PromiseRejectedResult).reason).toBeInstanceOf(AppError);
    await expect(queue.run(() => Promise.resolve('again'))).resolves.toBe('again');
  });

  it('frees the place of a job that fails', async () => {
    const queue = new WorkQueue(1, 1);
    await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(queue.run(() => Promise.resolve(1))).resolves.toBe(1);
  });

  it('hands out in groups while many wait, and at once when few do', async () => {
    const queue = new WorkQueue(1, 100);
    const handedOut: number[] = [];
    let ended = 0;
    const jobs = Array.from({ length: 20 }, async () => {
      await queue.run(async () => {
        await tick();
        ended += 1;
      });
      handedOut.push(ended);
    });
    await Promise.all(jobs);
    // Eight together, then those that end while fewer than eight still wait: with them what was held.
    expect(handedOut.slice(0, 8)).toEqual([8, 8, 8, 8, 8, 8, 8, 8]);
    expect(handedOut.slice(12)).toEqual([13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it('holds nothing for long', async () => {
    const queue = new WorkQueue(1, 100);
    let release: () => void = () => undefined;
    const first = queue.run(() => Promise.resolve());
    const endless = queue.run(() => new Promise<void>((resolve) => (release = resolve)));
    const others = Array.from({ length: 20 }, () => queue.run(() => Promise.resolve()));
    await first;
    release();
    await Promise.all([endless, ...others]);
  });
});
