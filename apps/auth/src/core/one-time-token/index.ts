export * from './one-time-token.entity.js';
export * from './one-time-token.module.js';
export * from './one-time-tokens.js';
export type { TokenSubject } from './one-time-token.repository.js';
