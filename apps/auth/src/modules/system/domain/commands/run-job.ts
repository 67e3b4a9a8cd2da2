import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { JobRunner, PeriodicJobRepository, PeriodicJobs } from '../../../../core/jobs/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';

/** Lets periodic work be done now rather than when its time comes: also how one that failed is tried again. */
@Injectable()
export class RunJob {
  constructor(
    private readonly jobs: PeriodicJobs,
    private readonly states: PeriodicJobRepository,
    private readonly runner: JobRunner,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `not_found`; `conflict` while it runs */
  @Transactional()
  async execute(name: string): Promise<void> {
    const work = this.jobs.find(name);
    assertThat(work !== undefined, 'not_found');
    await this.states.insertMissing([work]);
    assertThat(await this.states.request(name), 'conflict', { detail: 'This runs already' });
    await this.audit.execute({ action: 'job.requested', subjectType: 'job', subjectId: name });
    await this.runner.announceDue(name);
  }
}
