import { Injectable } from '@nestjs/common';
import { PeriodicJobs } from '../../../../core/jobs/index.js';
import { RevisionRepository } from '../revision.repository.js';

/** A service that was away for longer reads a whole snapshot, which it could do at any time. */
const KEPT_DAYS = 7;

/** Forgets changes that nobody will ask for any more. */
@Injectable()
export class PruneAuthorizationChanges {
  constructor(
    private readonly revisions: RevisionRepository,
    jobs: PeriodicJobs,
  ) {
    jobs.declare({ name: 'prune-authorization-changes', everySeconds: 3600, run: () => this.execute() });
  }

  async execute(): Promise<void> {
    await this.revisions.prune(KEPT_DAYS);
  }
}
