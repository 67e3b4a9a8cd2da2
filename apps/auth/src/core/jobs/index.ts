export * from './job-runner.js';
export * from './jobs.module.js';
export * from './periodic-job.entity.js';
export * from './periodic-job.repository.js';
export * from './periodic-jobs.js';
