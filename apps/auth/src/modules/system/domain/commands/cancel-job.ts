import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { JobRunner, PeriodicJobRepository, PeriodicJobs } from '../../../../core/jobs/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';

/** Takes back a run that was asked for and has not begun, or stops one that is under way, between two of its parts. */
@Injectable()
export class CancelJob {
  constructor(
    private readonly jobs: PeriodicJobs,
    private readonly states: PeriodicJobRepository,
    private readonly runner: JobRunner,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`; `conflict` when there is nothing to cancel, or it cannot be stopped */
  @Transactional()
  async execute(name: string): Promise<void> {
    const work = this.jobs.find(name);
    assertThat(work !== undefined, 'not_found');
    const isWithdrawn = await this.states.withdraw(name, work.everySeconds);
    const isStopping = !isWithdrawn && work.canStop === true && (await this.states.requestStop(name));
    assertThat(isWithdrawn || isStopping, 'conflict', { detail: 'There is nothing that could be stopped' });
    await this.audit.execute({ action: 'job.cancelled', subjectType: 'job', subjectId: name });
    if (isStopping) await this.runner.announceStop(name);
  }
}
