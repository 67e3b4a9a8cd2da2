import type { LoginMethod, SessionEndReason } from '../../../core/access/index.js';
import { deviceName } from './device-name.js';
import type { SessionEventKind } from './session-event.entity.js';

/** What a session's story tells of. */
export const storyKinds = [
  'opened',
  'refreshed',
  'strengthened',
  'repeated',
  'race_lost',
  'reused',
  'ended',
  'expired',
] as const satisfies readonly (SessionEventKind | 'opened' | 'refreshed' | 'ended' | 'expired')[];
export type StoryKind = (typeof storyKinds)[number];

/** Something that happened, as it is stored. */
export interface StoryRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: StoryKind;
  /** The login's method (with the address of who acts in the person's name), what was shown, seconds since a token's first use, why it ended, or which limit was reached. */
  readonly detail: string | null;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** Something that happened, as people read it. */
export interface StoryEntry {
  readonly at: Date;
  readonly kind: StoryKind;
  /** A sentence, with the time in UTC where it speaks of one. */
  readonly text: string;
  /** What there is beside the kind: the login's method, what was shown, seconds, why it ended, or which limit was reached. */
  readonly detail: string | null;
  /** From where, if that is known. */
  readonly ipAddress: string | null;
  /** On what, if that is known. */
  readonly device: string | null;
}

const LOGINS: Record<LoginMethod, string> = {
  password: 'with the password',
  passkey: 'with a passkey',
  email_link: 'with a link sent by mail',
  email_code: 'with a code sent by mail',
  federated: 'with another identity provider',
  impersonation: 'as an administrator',
};

const SHOWN: Record<string, string> = {
  pwd: 'the password',
  otp: 'a code',
  pop: 'a passkey',
  email: 'a mail',
  fed: 'another identity provider',
};

const ENDS: Record<SessionEndReason, string> = {
  logout: 'Logged out',
  ended_by_user: 'Ended by its owner',
  ended_by_administrator: 'Ended by an administrator',
  refresh_token_reuse: 'Ended because a used refresh token came again',
  token_revoked: 'Ended because its refresh token was revoked',
  password_changed: 'Ended because the password was changed',
  password_withdrawn: 'Ended because the password was withdrawn',
  authenticators_reset: 'Ended because the second factors were reset',
  taken_over: 'Ended because the account was taken over by the owner of its address',
  user_disabled: 'Ended because the user was disabled',
  user_deleted: 'Ended because the user was deleted',
  impersonation_ended:
    'Ended because the administrator may not act for this person any more, or is logged out',
};

/** Tells in a sentence what happened. */
export function tell({ at, kind, detail, ipAddress, userAgent }: StoryRow): StoryEntry {
  const device = userAgent === null ? null : deviceName(userAgent);
  const from = ipAddress === null ? '' : ` from ${ipAddress}${device === null ? '' : ` (${device})`}`;
  return { at, kind, text: `${SENTENCES[kind](detail ?? '', { at, from })}.`, detail, ipAddress, device };
}

interface Circumstances {
  readonly at: Date;
  readonly from: string;
}

const SENTENCES: Record<StoryKind, (detail: string, circumstances: Circumstances) => string> = {
  opened: (detail, { from }) => {
    const [method, impersonator] = detail.split(' ');
    if (impersonator !== undefined) return `${impersonator} began to act in this person's name${from}`;
    return `Logged in ${LOGINS[method as LoginMethod]}${from}`;
  },
  refreshed: (_, { from }) => `Refreshed${from}`,
  strengthened: (shown, { from }) => `Confirmed with ${shownList(shown)}${from}`,
  repeated: (seconds, { from }) =>
    `A refresh was asked for again after ${duration(seconds)}${from}, and got the same answer as the first time`,
  race_lost: (seconds, { from }) =>
    `A refresh${from} lost a race: another with the same token came ${duration(seconds)} earlier`,
  reused: (seconds, { from }) =>
    `Alarm: a refresh token that had been used ${duration(seconds)} before came again${from}`,
  ended: (reason, { at, from }) => `${ENDS[reason as SessionEndReason]} at ${clock(at)}${from}`,
  expired: (limit) =>
    limit === 'idle' ? 'Expired, since it was not used for so long' : 'Expired: its time was over',
};

const shownList = (references: string): string =>
  references
    .split(',')
    .flatMap((reference) => SHOWN[reference] ?? [])
    .join(' and ');

const clock = (at: Date): string => `${at.toISOString().slice(11, 16)} UTC`;

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** @param seconds - a decimal number */
function duration(seconds: string): string {
  const count = Number(seconds);
  const [unit, size] = UNITS.find(([, size]) => count >= size) ?? ['second', 1];
  const rounded = count < 10 ? Number(count.toFixed(2)) : Math.round(count / size);
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
