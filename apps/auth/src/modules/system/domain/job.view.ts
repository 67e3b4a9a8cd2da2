import type { JobOutcome, JobState } from '../../../core/jobs/index.js';
import type { FailureCode } from '../../../core/errors/index.js';

/** `queued`: it is to begin. `failed`: the last run failed, and the next one tries again. `waiting`: until its time comes. */
export const jobStatuses = ['running', 'stopping', 'queued', 'failed', 'waiting'] as const;
export type JobStatus = (typeof jobStatuses)[number];

/** Periodic work: how it is, how the last run went, and when the next one is due. */
export interface JobView {
  readonly name: string;
  readonly status: JobStatus;
  readonly everySeconds: number;
  /** Whether a run that is under way can be stopped. */
  readonly canStop: boolean;
  /** Somebody asked for the run that is queued. */
  readonly isRequested: boolean;
  /** Runs since the last one that succeeded, the present one included. */
  readonly attempts: number;
  /** Which instance runs it, or did last: its host and process. */
  readonly instance: string | null;
  readonly startedAt: Date | null;
  /** Of the last run that came to an end. */
  readonly finishedAt: Date | null;
  /** How long the last run took; null while one is under way. */
  readonly lastMs: number | null;
  readonly outcome: JobOutcome | null;
  readonly errorCode: FailureCode | null;
  readonly error: string | null;
  readonly nextRunAt: Date;
}

/** What its state is called. */
export function jobStatus(state: JobState): JobStatus {
  if (state.isRunning) return state.stopRequested ? 'stopping' : 'running';
  if (state.isDue) return 'queued';
  return state.outcome === 'failed' ? 'failed' : 'waiting';
}
