import { Injectable } from '@nestjs/common';
import { type AppConfig, InjectConfig } from '../../../../core/config/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { normalizeEmail, type VerifiedUser, VerifyPassword } from '../../../user/index.js';
import { type LoginOrigin, LoginAttemptRepository } from '../login-attempt.repository.js';

/** What somebody logs in with. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Establishes who somebody is by e-mail and password, for every way in. Unknown, wrong, disabled and without a
 * password all end alike. Attempts are counted before the password is looked at; each failure is audited.
 */
@Injectable()
export class Authenticate {
  constructor(
    @InjectConfig() private readonly config: AppConfig,
    private readonly attempts: LoginAttemptRepository,
    private readonly verifyPassword: VerifyPassword,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns whose password was right
   * @throws AppError `invalid_credentials`, `too_many_attempts`, `overloaded`
   */
  async execute({ email, password }: Credentials): Promise<VerifiedUser> {
    const origin = { account: normalizeEmail(email), ipAddress: this.context.client.ipAddress };
    await this.assertNotThrottled(origin);
    const { userId, verified } = await this.verifyPassword.execute(email, password);
    if (verified === null) {
      await this.recordFailure(userId, 'invalid_credentials');
      throw new AppError('invalid_credentials');
    }
    await this.attempts.release(origin);
    return verified;
  }

  private async assertNotThrottled(origin: LoginOrigin): Promise<void> {
    const counts = await this.attempts.reserve(origin, this.config.loginFailureWindowSeconds);
    const { loginFailuresPerAccount, loginFailuresPerNetwork } = this.config;
    if (counts.perAccount <= loginFailuresPerAccount && counts.perNetwork <= loginFailuresPerNetwork) return;
    await this.recordFailure(null, 'too_many_attempts');
    throw new AppError('too_many_attempts', { retryAfter: Math.max(1, counts.waitSeconds) });
  }

  private async recordFailure(userId: string | null, reason: string): Promise<void> {
    await this.audit.execute({
      action: 'auth.login',
      outcome: 'failure',
      subjectType: 'user',
      subjectId: userId,
      reason,
    });
  }
}
