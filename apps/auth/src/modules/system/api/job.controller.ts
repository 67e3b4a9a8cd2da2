import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../../../core/access/index.js';
import { CancelJob } from '../domain/commands/cancel-job.js';
import { RunJob } from '../domain/commands/run-job.js';
import { ListJobs } from '../domain/queries/list-jobs.js';
import { type JobList, JobParam } from './job.dto.js';

@ApiTags('system')
@Controller('auth/v1/jobs')
export class JobController {
  constructor(
    private readonly listJobs: ListJobs,
    private readonly runJob: RunJob,
    private readonly cancelJob: CancelJob,
  ) {}

  /** List periodic work: what runs where, what failed, and when it is due. */
  @Get()
  @RequirePermission('job:read')
  async list(): Promise<JobList> {
    return { items: await this.listJobs.execute() };
  }

  /** Let one be done now. */
  @Post(':name/run')
  @HttpCode(202)
  @RequirePermission('job:run')
  run(@Param() { name }: JobParam): Promise<void> {
    return this.runJob.execute(name);
  }

  /** Take a run back that was asked for, or stop one that is under way. */
  @Post(':name/cancel')
  @HttpCode(202)
  @RequirePermission('job:cancel')
  cancel(@Param() { name }: JobParam): Promise<void> {
    return this.cancelJob.execute(name);
  }
}
