import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { StrengthenSession } from '../../../session/index.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';
import { VerifyCode } from './verify-code.js';

const TRIES = 20;
const WINDOW_SECONDS = 900;

/** Finishes setting up an app by its first code. */
@Injectable()
export class ConfirmTotpEnrolment {
  constructor(
    private readonly throttle: RequestThrottle,
    private readonly verifyCode: VerifyCode,
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
    private readonly strengthenSession: StrengthenSession,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param sessionId - in which it happens; it has shown a second factor from now on
   * @returns recovery codes, when there were none; shown this once
   * @throws AppError `invalid_code`, `too_many_attempts`
   */
  async execute(userId: string, sessionId: string, code: string): Promise<string[]> {
    await this.throttle.countFor('totp-enrolment', userId, TRIES, WINDOW_SECONDS);
    return this.confirm(userId, sessionId, code);
  }

  @Transactional()
  protected async confirm(userId: string, sessionId: string, code: string): Promise<string[]> {
    if (!(await this.verifyCode.isTotp(userId, code, 'pending')))
      throw AppError.forField('invalid_code', 'code', 'This code is not right. Is the clock of the device?');
    await this.audit.execute({
      action: 'authenticator.added',
      subjectType: 'user',
      subjectId: userId,
      after: { method: 'totp' },
    });
    await this.strengthenSession.execute(sessionId, ['otp']);
    return this.renewRecoveryCodes.executeIfNone(userId);
  }
}
