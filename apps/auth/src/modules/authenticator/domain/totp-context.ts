/** What an encrypted secret belongs to. */
export const totpContext = (userId: string): string => `totp ${userId}`;
