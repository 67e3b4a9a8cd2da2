import { describe, expect, it } from '@jest/globals';
import { readClaims } from './token-claims.js';

const token = { sub: 'ann', sid: 'session', client_id: 'app', exp: 1 };

describe('the claims of a token', () => {
  it('tell who acts in the name of the person', () => {
    expect(readClaims({ ...token, act: { sub: 'root' } })).toMatchObject({
      userId: 'ann',
      impersonatorId: 'root',
    });
  });

  it.each([undefined, null, 'root', { sub: 7 }])('tell of nobody: %p', (act) => {
    expect(readClaims({ ...token, act })?.impersonatorId).toBeNull();
  });

  it('are none of a service', () => {
    expect(readClaims({ sub: 'ann', client_id: 'ann', exp: 1 })).toBeNull();
  });
});
