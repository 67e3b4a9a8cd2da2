import { describe, expect, it } from '@jest/globals';
import { AppError } from './app-error.js';

describe('the error of who has to wait', () => {
  it.each([
    [0, 1, '1 second'],
    [1.2, 2, '2 seconds'],
    [59, 59, '59 seconds'],
    [60, 60, '1 minute'],
    [61, 61, '2 minutes'],
    [900, 900, '15 minutes'],
  ])('says after %d s: Retry-After %d, %s', (seconds, retryAfter, wait) => {
    const error = AppError.tooManyAttempts(seconds);
    expect(error).toMatchObject({ code: 'too_many_attempts', status: 429, retryAfter });
    expect(error.detail).toBe(`Too many attempts: try again in ${wait}`);
  });
});
