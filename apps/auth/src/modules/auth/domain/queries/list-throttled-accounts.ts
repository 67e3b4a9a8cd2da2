import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { LoginAttemptRepository, type ThrottledAccount } from '../login-attempt.repository.js';

/** Lists the addresses whose logins are refused for a while after too many failures, the last to be free first. */
@Injectable()
export class ListThrottledAccounts {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly attempts: LoginAttemptRepository,
  ) {}

  execute(limit: number): Promise<ThrottledAccount[]> {
    const { loginFailuresPerAccount, loginFailuresPerAccountOverall } = this.config;
    return this.attempts.listThrottled(loginFailuresPerAccount, loginFailuresPerAccountOverall, limit);
  }
}
