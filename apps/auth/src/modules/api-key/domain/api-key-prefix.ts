/** Programs that look for leaked secrets know an API key by it, and so does the guard. */
export const API_KEY_PREFIX = 'ask_';
