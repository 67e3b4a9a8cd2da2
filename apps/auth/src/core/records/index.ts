export * from './record.js';
export * from './record-file.js';
export * from './record-writer.js';
export * from './read-records.js';
export * from './format-records.js';
export * from './resumed-file.js';
