import { Injectable } from '@nestjs/common';
import { type Authentication, levelOf } from '../../../../core/access/index.js';
import { issueOpaqueToken } from '../../../../core/crypto/index.js';
import { newId } from '../../../../core/database/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { FindSecondFactors, RecogniseDevice } from '../../../authenticator/index.js';
import { FindPermissions } from '../../../authorization/index.js';
import type { VerifiedUser } from '../../../user/index.js';
import { LoginChallengeRepository } from '../login-challenge.repository.js';

/** Seconds in which the second factor is to be shown. */
const LIFE_SECONDS = 300;

/** Asks for a second factor whoever has one and has not shown it, for every way in. */
@Injectable()
export class RequireSecondFactor {
  constructor(
    private readonly findSecondFactors: FindSecondFactors,
    private readonly findPermissions: FindPermissions,
    private readonly recogniseDevice: RecogniseDevice,
    private readonly challenges: LoginChallengeRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param deviceToken - of the last login on this device
   * @throws AppError `second_factor_required`, with a challenge and the methods that the account has;
   * `password_needs_second_factor` when it has none any more
   */
  async execute(user: VerifiedUser, authentication: Authentication, deviceToken?: string): Promise<void> {
    const { method, references } = authentication;
    if (levelOf(references) === 'aal2') return;
    const methods = (await this.findSecondFactors.execute(user.id)).filter(
      (factor) => factor !== 'passkey' || !references.includes('pop'),
    );
    if (methods.length === 0) return this.assertSuffices(user);
    if (deviceToken !== undefined && (await this.isEnough(user.id, deviceToken))) return;
    const challenge = issueOpaqueToken(newId());
    const login = { userId: user.id, method, references: [...references], passwordSetAt: user.passwordSetAt };
    await this.challenges.insert(challenge, login, LIFE_SECONDS);
    throw new AppError('second_factor_required', {
      members: { challenge: challenge.text, methods, expiresIn: LIFE_SECONDS },
    });
  }

  /** Whose factors were reset may have a password that is too short without. */
  private async assertSuffices({ id, passwordNeedsSecondFactor = false }: VerifiedUser): Promise<void> {
    if (!passwordNeedsSecondFactor) return;
    const reason = 'password_needs_second_factor';
    await this.audit.execute({
      action: 'auth.login',
      outcome: 'failure',
      subjectType: 'user',
      subjectId: id,
      reason,
    });
    throw new AppError(reason, {
      detail:
        'Your second factors were reset, and your password is too short without: ask for a link to reset it',
    });
  }

  /** Remembering a device spares nobody whose role wants the factor. */
  private async isEnough(userId: string, deviceToken: string): Promise<boolean> {
    if (await this.findPermissions.wantSecondFactor(userId)) return false;
    return this.recogniseDevice.execute(userId, deviceToken);
  }
}
