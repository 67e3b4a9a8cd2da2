import { Injectable } from '@nestjs/common';
import { PeriodicJobs } from '../../../../core/jobs/index.js';
import { OneTimeTokens } from '../../../../core/one-time-token/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { EmailChangeRepository } from '../email-change.repository.js';
import { RegistrationRepository } from '../registration.repository.js';

/** Forgets what was begun and never confirmed, now and then. */
@Injectable()
export class PruneAccountRequests {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly changes: EmailChangeRepository,
    private readonly tokens: OneTimeTokens,
    private readonly throttle: RequestThrottle,
    jobs: PeriodicJobs,
  ) {
    jobs.declare({ name: 'prune-account-requests', everySeconds: 900, run: () => this.execute() });
  }

  async execute(): Promise<void> {
    const forgotten = [this.registrations, this.changes, this.tokens, this.throttle];
    await Promise.all(forgotten.map((kept) => kept.prune()));
  }
}
