import { Injectable } from '@nestjs/common';
import { PeriodicJobs } from '../../../../core/jobs/index.js';
import { EmailLoginRepository } from '../email-login.repository.js';
import { LoginAttemptRepository } from '../login-attempt.repository.js';
import { LoginChallengeRepository } from '../login-challenge.repository.js';

/** Forgets attempts, challenges and mailed codes that are too old to matter, now and then. */
@Injectable()
export class PruneLoginAttempts {
  constructor(
    private readonly attempts: LoginAttemptRepository,
    private readonly challenges: LoginChallengeRepository,
    private readonly emailLogins: EmailLoginRepository,
    jobs: PeriodicJobs,
  ) {
    jobs.declare({ name: 'prune-login-attempts', everySeconds: 900, run: () => this.execute() });
  }

  async execute(): Promise<void> {
    await Promise.all([this.attempts.prune(), this.challenges.prune(), this.emailLogins.prune()]);
  }
}
