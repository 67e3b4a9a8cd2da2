import { describe, expect, it } from '@jest/globals';
import { returnPath } from './return-path.js';

describe('returnPath', () => {
  it.each(['/auth/account/sessions', '/auth/admin', '/auth/account?done=password'])('keeps %s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    undefined,
    '',
    '//evil.example',
    '/\\evil.example',
    '/%5cevil.example',
    'https://evil.example/auth/account',
    'https://own@evil.example/auth/',
    '/auth/../../evil',
    '/auth/%2e%2e/evil',
    '/auth\\..\\evil',
    '/auth/account\n//evil.example',
    'javascript:alert(1)',
    '/elsewhere',
  ])('refuses %j', (path) => {
    expect(returnPath(path)).toBe('/auth/account');
  });
});
