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
});
