import { Injectable } from '@nestjs/common';
import { readOpaqueToken, sameHash, sha256 } from '../../../../core/crypto/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { FindUserByEmail } from '../../../user/index.js';
import { EmailLoginRepository } from '../email-login.repository.js';
import type { AdmittedUser } from './verify-second-factor.js';

/** Establishes who somebody is by what was mailed to them. A second factor may still be wanted. */
@Injectable()
export class LoginWithEmail {
  constructor(
    private readonly logins: EmailLoginRepository,
    private readonly findUser: FindUserByEmail,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param asked - what the asking client got
   * @param mailed - the code, or the token of the link
   * @throws AppError `invalid_code`, also for a request that does not work (any more)
   */
  async execute(asked: string, mailed: string): Promise<AdmittedUser> {
    const token = readOpaqueToken(asked);
    const login = token === null ? null : await this.logins.countTry(token);
    if (login?.codeHash == null || !sameHash(login.codeHash, emailCodeHash(login.id, mailed)))
      return this.refuse();
    const user = await this.findUser.execute(login.email);
    if (user?.status !== 'active') return this.refuse();
    assertThat(await this.logins.use(login.id), 'invalid_code');
    const method = login.kind === 'code' ? 'email_code' : 'email_link';
    return {
      user: { id: user.id, passwordSetAt: null },
      authentication: { method, references: ['email'] },
    };
  }

  private async refuse(): Promise<never> {
    await this.audit.execute({
      action: 'auth.login',
      outcome: 'failure',
      subjectType: 'user',
      subjectId: null,
      reason: 'invalid_email_code',
    });
    throw AppError.forField('invalid_code', 'code', 'This code is not right, was used, or is too old.');
  }
}

/** What is stored of a mailed code. A code of one request is worth nothing for another. */
export const emailCodeHash = (loginId: string, code: string): Buffer => sha256(`${loginId} ${code.trim()}`);
