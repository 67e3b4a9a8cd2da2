import { randomBytes } from 'node:crypto';

/** A secret of 192 random bits, in base64url. */
export const randomSecret = (): string => randomBytes(24).toString('base64url');
