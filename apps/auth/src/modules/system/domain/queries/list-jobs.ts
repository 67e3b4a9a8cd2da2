import { Injectable } from '@nestjs/common';
import { type JobState, PeriodicJobRepository, PeriodicJobs } from '../../../../core/jobs/index.js';
import { jobStatus, type JobView } from '../job.view.js';

/** Lists periodic work: what runs where, what failed, and when it is due next. */
@Injectable()
export class ListJobs {
  constructor(
    private readonly jobs: PeriodicJobs,
    private readonly states: PeriodicJobRepository,
  ) {}

  async execute(): Promise<JobView[]> {
    const states = await this.states.list(this.jobs.all().map(({ name }) => name));
    return states.map((state) => this.view(state));
  }

  private view(state: JobState): JobView {
    const { name, attempts, instance, startedAt, finishedAt, lastMs, outcome, errorCode, error } = state;
    const { everySeconds = 0, canStop = false } = this.jobs.find(name) ?? {};
    return {
      name,
      status: jobStatus(state),
      everySeconds,
      canStop,
      isRequested: state.requestedAt !== null,
      attempts,
      instance,
      startedAt,
      finishedAt,
      lastMs,
      outcome,
      errorCode,
      error,
      nextRunAt: state.dueAt,
    };
  }
}
