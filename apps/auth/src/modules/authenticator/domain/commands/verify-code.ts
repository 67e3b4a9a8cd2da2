import { Injectable } from '@nestjs/common';
import { EncryptionAtRest } from '../../../../core/crypto/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RequestThrottle } from '../../../../core/throttle/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import type { CodeProof } from '../authenticator.view.js';
import { RecoveryCodeRepository } from '../recovery-code.repository.js';
import { recoveryCodeHash } from '../recovery-codes.js';
import { totpContext } from '../totp-context.js';
import { matchingStep } from '../totp.js';
import { TotpRepository } from '../totp.repository.js';

/** A code has a million values: so few tries for an account, from wherever, make guessing hopeless. */
const TRIES = 10;
const WINDOW_SECONDS = 900;

/** Checks a code of an app, or a recovery code, and uses it up. */
@Injectable()
export class VerifyCode {
  constructor(
    private readonly throttle: RequestThrottle,
    private readonly encryption: EncryptionAtRest,
    private readonly totp: TotpRepository,
    private readonly codes: RecoveryCodeRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `invalid_code`, `too_many_attempts` */
  async execute(userId: string, { method, code }: CodeProof): Promise<void> {
    // Counted for itself, whatever comes of the rest.
    await this.throttle.countFor('second-factor', userId, TRIES, WINDOW_SECONDS);
    const isRight =
      method === 'totp' ? await this.isTotp(userId, code, 'confirmed') : await this.isRecovery(userId, code);
    if (!isRight) {
      await this.audit.execute({
        action: 'authenticator.verified',
        outcome: 'failure',
        subjectType: 'user',
        subjectId: userId,
        reason: 'invalid_code',
        after: { method },
      });
      throw AppError.forField('invalid_code', 'code', 'This code is not right, or was used before.');
    }
    await this.throttle.forget('second-factor', userId);
  }

  /**
   * Whether a code is the app's now; it is used up.
   *
   * @param state - an app counts once its first code was right
   */
  async isTotp(userId: string, code: string, state: 'pending' | 'confirmed'): Promise<boolean> {
    const stored = await this.totp.find(userId);
    if (stored === null || (stored.confirmedAt === null) !== (state === 'pending')) return false;
    const step = matchingStep(this.encryption.decrypt(stored, totpContext(userId)), code);
    return step !== null && (await this.totp.accept(userId, step));
  }

  @Transactional()
  protected async isRecovery(userId: string, code: string): Promise<boolean> {
    if (!(await this.codes.use(userId, recoveryCodeHash(code)))) return false;
    const left = await this.codes.countLeft(userId);
    await this.audit.execute({
      action: 'authenticator.recovery_code_used',
      subjectType: 'user',
      subjectId: userId,
      actorId: userId,
      after: { left },
    });
    return true;
  }
}
