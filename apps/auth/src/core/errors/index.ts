export * from './app-error.js';
export * from './error-codes.js';
export * from './problem-details.js';
export * from './row-result.js';
export * from './translate-error.js';
export * from './plain-failure.js';
