import { Injectable } from '@nestjs/common';
import type { AuthenticationMethodReference } from '../../../../core/access/index.js';
import { AccessTokens } from '../../../../core/crypto/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { BeginPasskeyAuthentication, FindSecondFactors } from '../../../authenticator/index.js';
import { StrengthenSession } from '../../../session/index.js';
import { GetUser } from '../../../user/index.js';
import type { SecondFactorProof } from '../second-factor-proof.js';
import { Authenticate } from './authenticate.js';
import { VerifySecondFactor } from './verify-second-factor.js';

/** What somebody shows once more: the password, or for accounts with a second factor that. */
export type StepUpProof = SecondFactorProof | { readonly method: 'password'; readonly password: string };

/** A new access token, which tells of the authentication. */
export interface SteppedUp {
  readonly accessToken: string;
  readonly tokenType: 'Bearer';
  readonly expiresIn: number;
}

/** Has somebody who is logged in show once more who they are (RFC 9470). */
@Injectable()
export class StepUp {
  constructor(
    private readonly getUser: GetUser,
    private readonly authenticate: Authenticate,
    private readonly findSecondFactors: FindSecondFactors,
    private readonly verifySecondFactor: VerifySecondFactor,
    private readonly beginPasskeyAuthentication: BeginPasskeyAuthentication,
    private readonly strengthenSession: StrengthenSession,
    private readonly accessTokens: AccessTokens,
    private readonly audit: RecordAuditEvent,
  ) {}

  /** @throws AppError `insufficient_user_authentication` for a password where there is a second factor, `invalid_credentials`, `invalid_code`, `invalid_passkey`, `too_many_attempts` */
  async execute(userId: string, sessionId: string, proof: StepUpProof): Promise<SteppedUp> {
    const shown = await this.verify(userId, proof);
    const session = await this.strengthenSession.execute(sessionId, shown);
    assertThat(session !== null, 'unauthenticated');
    await this.audit.execute({
      action: 'auth.stepped_up',
      subjectType: 'session',
      subjectId: sessionId,
      after: { method: proof.method },
    });
    return {
      accessToken: this.accessTokens.issue({ ...session, sessionId }),
      tokenType: 'Bearer',
      expiresIn: this.accessTokens.lifeSeconds,
    };
  }

  /** By what somebody can: `password` alone without a second factor. */
  async methods(userId: string): Promise<StepUpProof['method'][]> {
    const factors = await this.findSecondFactors.execute(userId);
    return factors.length > 0 ? factors : ['password'];
  }

  /** Options for the browser to show a passkey. */
  passkeyOptions(userId: string): Promise<object> {
    return this.beginPasskeyAuthentication.execute(userId);
  }

  private async verify(
    userId: string,
    proof: StepUpProof,
  ): Promise<readonly AuthenticationMethodReference[]> {
    const methods = await this.methods(userId);
    if (!methods.includes(proof.method)) {
      throw new AppError('insufficient_user_authentication', {
        detail: `This account shows it by: ${methods.join(', ')}.`,
        members: { methods },
      });
    }
    if (proof.method !== 'password') return this.verifySecondFactor.verify(userId, proof);
    const { email } = await this.getUser.execute(userId);
    await this.authenticate.again({ email, password: proof.password });
    return ['pwd'];
  }
}
