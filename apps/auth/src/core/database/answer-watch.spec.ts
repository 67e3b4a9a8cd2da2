import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AnswerWatch } from './answer-watch.js';

const LIMIT_MS = 1000;

let silences = 0;
let watch: AnswerWatch;

beforeEach(() => {
  jest.useFakeTimers();
  silences = 0;
  watch = new AnswerWatch(LIMIT_MS, () => silences++);
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a statement', () => {
  it('that is not answered is noticed once', () => {
    watch.sent();
    jest.advanceTimersByTime(LIMIT_MS - 1);
    expect(silences).toBe(0);
    jest.advanceTimersByTime(10 * LIMIT_MS);
    expect(silences).toBe(1);
  });

  it('that is answered in time is not', () => {
    watch.sent();
    jest.advanceTimersByTime(LIMIT_MS - 1);
    watch.answered();
    jest.advanceTimersByTime(10 * LIMIT_MS);
    expect(silences).toBe(0);
  });

  it('has its time from when it was sent, not from an earlier one', () => {
    watch.sent();
    jest.advanceTimersByTime(LIMIT_MS / 2);
    watch.answered();
    jest.advanceTimersByTime(LIMIT_MS / 4);
    watch.sent();
    jest.advanceTimersByTime(LIMIT_MS - 1);
    expect(silences).toBe(0);
    jest.advanceTimersByTime(1);
    expect(silences).toBe(1);
  });
});

describe('a server that answers one by one', () => {
  it('is not silent, though the last waits for long', () => {
    for (let count = 0; count < 5; count++) watch.sent();
    for (let count = 0; count < 4; count++) {
      jest.advanceTimersByTime(LIMIT_MS - 1);
      watch.answered();
    }
    expect(silences).toBe(0);
    jest.advanceTimersByTime(LIMIT_MS);
    expect(silences).toBe(1);
  });
});

it('without a limit waits for ever', () => {
  watch = new AnswerWatch(0, () => silences++);
  watch.sent();
  jest.advanceTimersByTime(1_000_000);
  expect(silences).toBe(0);
});

it('keeps no timer once nothing is asked any more', () => {
  watch.sent();
  watch.answered();
  jest.advanceTimersByTime(LIMIT_MS);
  expect(jest.getTimerCount()).toBe(0);
});
