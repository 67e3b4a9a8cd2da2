export * from './access.module.js';
export * from './memory-routes.js';
export * from './permission-catalogue.js';
export * from './ports.js';
export * from './principal.js';
export * from './route-access.js';
export * from './route-audit.js';
