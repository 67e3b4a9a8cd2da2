/** Programs that look for leaked secrets know them by it. */
export const CLIENT_SECRET_PREFIX = 'acs_';
