import { Global, Module } from '@nestjs/common';
import { JobRunner } from './job-runner.js';
import { PeriodicJobRepository } from './periodic-job.repository.js';
import { PeriodicJobs } from './periodic-jobs.js';

/** Owns when periodic work is done, and by which instance. What is done is the modules' affair. */
@Global()
@Module({
  providers: [PeriodicJobs, PeriodicJobRepository, JobRunner],
  exports: [PeriodicJobs, PeriodicJobRepository, JobRunner],
})
export class JobsModule {}
