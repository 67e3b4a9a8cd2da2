export * from './config.js';
export * from './config.module.js';
export type { IdentityProvider } from './identity-providers.js';
export { camelCase } from './camel-case.js';
export * from './run-time-settings.js';
