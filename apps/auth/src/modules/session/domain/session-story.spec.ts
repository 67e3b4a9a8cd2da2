import { describe, expect, it } from '@jest/globals';
import { sessionEndReasons } from '../../../core/access/index.js';
import { loginMethods } from '../../../core/access/authentication.js';
import { type StoryKind, type StoryRow, tell } from './session-story.js';

const row = (kind: StoryKind, detail: string | null, changes: Partial<StoryRow> = {}): StoryRow => ({
  id: '01900000-0000-7000-8000-000000000000',
  at: new Date('2026-03-03T10:03:59Z'),
  kind,
  detail,
  ipAddress: '192.0.2.7',
  userAgent: 'curl/8.1',
  ...changes,
});

describe('the story of a session', () => {
  it.each([
    ['opened', 'password', 'Logged in with the password from 192.0.2.7 (curl).'],
    ['refreshed', null, 'Refreshed from 192.0.2.7 (curl).'],
    ['strengthened', 'pwd,otp', 'Confirmed with the password and a code from 192.0.2.7 (curl).'],
    ['strengthened', 'pop,user', 'Confirmed with a passkey from 192.0.2.7 (curl).'],
    [
      'repeated',
      '1',
      'A refresh was asked for again after 1 second from 192.0.2.7 (curl), and got the same answer as the first time.',
    ],
    [
      'race_lost',
      '0.018',
      'A refresh from 192.0.2.7 (curl) lost a race: another with the same token came 0.02 seconds earlier.',
    ],
    [
      'reused',
      '7300',
      'Alarm: a refresh token that had been used 2 hours before came again from 192.0.2.7 (curl).',
    ],
    [
      'ended',
      'refresh_token_reuse',
      'Ended because a used refresh token came again at 10:03 UTC from 192.0.2.7 (curl).',
    ],
    ['expired', 'idle', 'Expired, since it was not used for so long.'],
    ['expired', 'absolute', 'Expired: its time was over.'],
  ] as const)('%s %s', (kind, detail, text) => {
    expect(tell(row(kind, detail)).text).toBe(text);
  });

  it('has words for every way in and every end', () => {
    for (const method of loginMethods) expect(tell(row('opened', method)).text).not.toContain('undefined');
    for (const reason of sessionEndReasons)
      expect(tell(row('ended', reason)).text).not.toContain('undefined');
  });

  it('is silent about what is not known', () => {
    const told = tell(row('ended', 'user_disabled', { ipAddress: null, userAgent: null }));
    expect(told).toEqual({
      at: new Date('2026-03-03T10:03:59Z'),
      kind: 'ended',
      text: 'Ended because the user was disabled at 10:03 UTC.',
      detail: 'user_disabled',
      ipAddress: null,
      device: null,
    });
  });
});
