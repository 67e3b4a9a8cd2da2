/** The form in which an e-mail address is kept and compared: without space around it, NFC, in lower case. */
export const normalizeEmail = (address: string): string => address.trim().normalize('NFC').toLowerCase();
