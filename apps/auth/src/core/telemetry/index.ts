export * from './app-logger.js';
export * from './telemetry.module.js';
