import { describe, expect, it } from '@jest/globals';
import type { AppConfig } from '../config/index.js';
import { SessionCookie } from './session-cookie.js';

describe('SessionCookie', () => {
  it('is bound to the host and to https, and out of reach of scripts and other sites', () => {
    const cookie = new SessionCookie({
      publicUrl: 'https://auth.example.com',
      panelSessionSeconds: 60,
    } as AppConfig);
    expect(cookie.keep('secret')).toBe(
      '__Host-auth-session=secret; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Strict',
    );
    expect(cookie.remove()).toMatch(/^__Host-auth-session=; Max-Age=0;/);
  });

  it('reads its own alone', () => {
    const cookie = new SessionCookie({
      publicUrl: 'https://auth.example.com',
      panelSessionSeconds: 60,
    } as AppConfig);
    expect(cookie.read('a=1; __Host-auth-session=secret; b=2')).toBe('secret');
    expect(cookie.read('auth-session=other')).toBeUndefined();
    expect(cookie.read(undefined)).toBeUndefined();
  });
});
