import { Injectable } from '@nestjs/common';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { AuthenticatorRepository } from '../authenticator.repository.js';
import { RecoveryCodeRepository } from '../recovery-code.repository.js';
import { newRecoveryCode, RECOVERY_CODES, recoveryCodeHash } from '../recovery-codes.js';

/** Makes recovery codes; earlier ones are worth nothing any more. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly authenticators: AuthenticatorRepository,
    private readonly codes: RecoveryCodeRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns the codes, shown this once
   * @throws AppError `no_second_factor` when there is no other factor that could be lost
   */
  @Transactional()
  async execute(userId: string): Promise<string[]> {
    assertThat((await this.authenticators.methodsOf(userId)).length > 0, 'no_second_factor');
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await this.codes.replace(userId, codes.map(recoveryCodeHash));
    await this.audit.execute({
      action: 'authenticator.recovery_codes_made',
      subjectType: 'user',
      subjectId: userId,
    });
    return codes;
  }

  /** The first time a factor is added, codes come with it. */
  async executeIfNone(userId: string): Promise<string[]> {
    return (await this.codes.countLeft(userId)) > 0 ? [] : this.execute(userId);
  }
}
