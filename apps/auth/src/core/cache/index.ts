export * from './cache.module.js';
export * from './invalidation-channel.js';
export * from './live-cache.js';
