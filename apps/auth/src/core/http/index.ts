export * from './if-match.js';
export * from './page.js';
export * from './page.dto.js';
export * from './path-parameters.js';
export * from './problem-filter.js';
export * from './request-hooks.js';
export * from './security-headers.js';
export * from './validation.js';
