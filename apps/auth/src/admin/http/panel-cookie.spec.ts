import { describe, expect, it } from '@jest/globals';
import { PanelCookie } from './panel-cookie.js';

describe('PanelCookie', () => {
  it('is bound to the host and to https, and out of reach of scripts and other sites', () => {
    const cookie = new PanelCookie(true, 60);
    expect(cookie.keep('secret')).toBe(
      '__Host-auth-panel=secret; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Strict',
    );
    expect(cookie.remove()).toMatch(/^__Host-auth-panel=; Max-Age=0;/);
  });

  it('reads its own alone', () => {
    const cookie = new PanelCookie(true, 60);
    expect(cookie.read('a=1; __Host-auth-panel=secret; b=2')).toBe('secret');
    expect(cookie.read('auth-panel=other')).toBeUndefined();
    expect(cookie.read(undefined)).toBeUndefined();
  });
});
