/** By what a mail logs in. */
export const emailLoginKinds = ['link', 'code'] as const;
export type EmailLoginKind = (typeof emailLoginKinds)[number];

/** Seconds in which it works. */
export const EMAIL_LOGIN_SECONDS = 600;
/** Codes that may be tried for one request. */
export const EMAIL_CODE_TRIES = 5;
export const EMAIL_CODE_DIGITS = 8;
