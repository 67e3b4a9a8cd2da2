import { type Html, html } from '../../core/http/index.js';

/** What was done just now, told on the page that follows. Addresses name it, so the texts are fixed. */
const notices = {
  'logged-out': 'You are logged out.',
  'password-changed': 'Your password is changed and all your sessions have ended. Log in with the new one.',
  'password-reset': 'Your new password is set. Log in with it.',
  'email-confirmed': 'Your address is confirmed. You can log in.',
  'invitation-accepted': 'Your account is ready. Log in with your address and the password you chose.',
  'team-joined': 'You are in the team now.',
  'account-closed': 'Your account is closed.',
  'profile-saved': 'Your profile is saved.',
  'email-requested': 'Open the link that we sent to the new address. Until then nothing changes.',
  'email-cancelled': 'Your address stays as it is.',
  'verification-sent': 'We sent you a link.',
  'totp-added': 'Your app is set up. The next login asks for a code.',
  'totp-removed': 'The app is removed.',
  'passkey-added': 'Your passkey is added.',
  'passkey-removed': 'The passkey is removed.',
  'device-forgotten': 'A second factor is asked for again on that device.',
  'identity-linked': 'The account is linked.',
  'identity-unlinked': 'The account is unlinked.',
  'session-ended': 'The session is ended.',
  'sessions-ended': 'All your other sessions are ended.',
} as const;
export type Notice = keyof typeof notices;

/** The notice of an address, if it is one of ours. */
export function notice(name: unknown): Html {
  const text = typeof name === 'string' && Object.hasOwn(notices, name) ? notices[name as Notice] : undefined;
  return text === undefined ? html`` : html`<p class="done" role="status">${text}</p>`;
}
