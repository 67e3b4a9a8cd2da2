export * from './request-count.entity.js';
export * from './request-throttle.js';
export * from './throttle.module.js';
