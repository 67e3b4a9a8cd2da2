import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../../../core/context/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { normalizeEmail, type VerifiedUser, VerifyPassword } from '../../../user/index.js';
import { DeviceTokens } from '../device-tokens.js';
import type { CountedAttempt } from '../login-attempt.repository.js';
import { type LoginAttemptOrigin, LoginThrottle } from '../login-throttle.js';

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
    private readonly throttle: LoginThrottle,
    private readonly devices: DeviceTokens,
    private readonly verifyPassword: VerifyPassword,
    private readonly context: RequestContext,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param deviceToken - of the last login on this device
   * @returns whose password was right
   * @throws AppError `invalid_credentials`, `too_many_attempts`, `overloaded`
   */
  execute(credentials: Credentials, deviceToken = ''): Promise<VerifiedUser> {
    const device = this.devices.recognise(normalizeEmail(credentials.email), deviceToken);
    return this.verify(credentials, device);
  }

  /**
   * For somebody who is logged in and shows once more who they are: their session is the device that is known.
   *
   * @throws AppError `invalid_credentials`, `too_many_attempts`, `overloaded`
   */
  again(credentials: Credentials): Promise<VerifiedUser> {
    return this.verify(credentials, this.context.actor?.sessionId ?? null);
  }

  private async verify({ email, password }: Credentials, device: string | null): Promise<VerifiedUser> {
    const attempt = this.reserve({ account: normalizeEmail(email), password, device });
    const { userId, verified } = await this.verifyPassword.execute(email, password, attempt);
    if (verified === null) {
      await this.recordFailure(userId, 'invalid_credentials');
      throw new AppError('invalid_credentials');
    }
    await this.throttle.release(await attempt);
    return verified;
  }

  private async reserve(origin: LoginAttemptOrigin): Promise<CountedAttempt> {
    try {
      return await this.throttle.reserve(origin);
    } catch (refusal) {
      if (refusal instanceof AppError && refusal.code === 'too_many_attempts')
        await this.recordFailure(null, 'too_many_attempts');
      throw refusal;
    }
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
