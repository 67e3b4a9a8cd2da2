export { Transactional } from '@nestjs-cls/transactional';
export * from './data-source.js';
export * from './database.js';
export * from './database.module.js';
export * from './database-faults.js';
export * from './ids.js';
export * from './migrate.js';
export * from './listener.js';
export * from './search-pattern.js';
