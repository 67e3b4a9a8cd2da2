export * from './config.js';
export * from './config.module.js';
export type { IdentityProvider } from './identity-providers.js';
