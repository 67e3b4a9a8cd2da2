/** Where all pages for people stand. */
export const ACCOUNT_PATH = '/auth/account';
