export * from './record.js';
export * from './record-file.js';
export * from './record-writer.js';
export * from './resumed-file.js';
