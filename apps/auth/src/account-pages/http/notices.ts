import { type Html, html } from '../../core/http/index.js';
import type { PageSpeech } from './page-speech.js';

/** What was done just now, told on the page that follows. Addresses name it, so the texts are fixed: `account.notices`. */
export const notices = [
  'logged-out',
  'password-changed',
  'password-reset',
  'email-confirmed',
  'invitation-accepted',
  'team-joined',
  'account-closed',
  'profile-saved',
  'email-requested',
  'email-cancelled',
  'verification-sent',
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'device-forgotten',
  'identity-linked',
  'identity-unlinked',
  'session-ended',
  'sessions-ended',
] as const;
export type Notice = (typeof notices)[number];

/** The notice of an address, if it is one of ours. */
export function notice({ say }: PageSpeech, name: unknown): Html {
  const known = notices.find((candidate) => candidate === name);
  return known === undefined ? html`` : html`<p class="done" role="status">${say(`notices.${known}`)}</p>`;
}
