import { Injectable } from '@nestjs/common';
import { PeriodicJobs } from '../../../../core/jobs/index.js';
import { FederatedLoginRepository } from '../federated-login.repository.js';

/** Forgets logins that never came back, now and then. */
@Injectable()
export class PruneFederatedLogins {
  constructor(
    private readonly logins: FederatedLoginRepository,
    jobs: PeriodicJobs,
  ) {
    jobs.declare({ name: 'prune-federated-logins', everySeconds: 900, run: () => this.execute() });
  }

  async execute(): Promise<void> {
    await this.logins.prune();
  }
}
