export * from './context.module.js';
export * from './request-context.js';
