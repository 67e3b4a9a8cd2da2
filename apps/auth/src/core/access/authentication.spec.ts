import { describe, expect, it } from '@jest/globals';
import { levelOf } from './authentication.js';

describe('levelOf', () => {
  it.each([
    [['pwd'], 'aal1'],
    [['email'], 'aal1'],
    [['fed'], 'aal1'],
    [['pop'], 'aal1'],
    [['otp'], 'aal1'],
    [[], 'aal1'],
    [['pwd', 'otp'], 'aal2'],
    [['pwd', 'pop'], 'aal2'],
    [['fed', 'otp'], 'aal2'],
    [['email', 'otp'], 'aal2'],
    [['pop', 'user'], 'aal2'],
    [['pwd', 'email'], 'aal1'],
  ])('%j is %s', (references, level) => {
    expect(levelOf(references)).toBe(level);
  });
});
