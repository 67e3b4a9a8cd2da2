import { Matches } from 'class-validator';
import type { FailureCode } from '../../../core/errors/index.js';
import type { JobOutcome } from '../../../core/jobs/index.js';
import type { JobStatus } from '../domain/job.view.js';

/** Which work is meant. */
export class JobParam {
  @Matches(/^[a-z-]{1,100}$/)
  name!: string;
}

/** Periodic work, which is done by one instance at a time. */
export class JobResponse {
  name!: string;
  status!: JobStatus;
  everySeconds!: number;
  /** Whether a run that is under way can be stopped. */
  canStop!: boolean;
  /** Somebody asked for the run that is queued. */
  isRequested!: boolean;
  /** Runs since the last one that succeeded, the present one included. */
  attempts!: number;
  /** Which instance runs it, or did last: its host and process. */
  instance!: string | null;
  startedAt!: Date | null;
  /** Of the last run that came to an end. */
  finishedAt!: Date | null;
  /** Milliseconds that the last run took; null while one is under way. */
  lastMs!: number | null;
  outcome!: JobOutcome | null;
  /** Why the last run failed. */
  errorCode!: FailureCode | null;
  error!: string | null;
  nextRunAt!: Date;
}

/** All periodic work. */
export class JobList {
  items!: JobResponse[];
}
