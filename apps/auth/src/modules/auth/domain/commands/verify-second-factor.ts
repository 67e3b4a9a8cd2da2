import { Injectable } from '@nestjs/common';
import type { Authentication, AuthenticationMethodReference } from '../../../../core/access/index.js';
import { readOpaqueToken } from '../../../../core/crypto/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { BeginPasskeyAuthentication, VerifyCode, VerifyPasskey } from '../../../authenticator/index.js';
import type { VerifiedUser } from '../../../user/index.js';
import { LoginChallengeRepository } from '../login-challenge.repository.js';
import type { SecondFactorProof } from '../second-factor-proof.js';

/** Somebody who has shown all that was asked for. */
export interface AdmittedUser {
  readonly user: VerifiedUser;
  readonly authentication: Authentication;
}

/** Checks the second factor of a login that waits for it. */
@Injectable()
export class VerifySecondFactor {
  constructor(
    private readonly challenges: LoginChallengeRepository,
    private readonly verifyCode: VerifyCode,
    private readonly verifyPasskey: VerifyPasskey,
    private readonly beginPasskeyAuthentication: BeginPasskeyAuthentication,
  ) {}

  /** @throws AppError `invalid_link` for a challenge that does not work (any more), `invalid_code`, `invalid_passkey`, `too_many_attempts` */
  async execute(challengeText: string, proof: SecondFactorProof): Promise<AdmittedUser> {
    const challenge = readOpaqueToken(challengeText);
    assertThat(challenge !== null, 'invalid_link');
    const login = await this.challenges.countTry(challenge);
    assertThat(login !== null, 'invalid_link');
    const shown = await this.verify(login.userId, proof);
    assertThat(await this.challenges.use(challenge), 'invalid_link');
    return {
      user: { id: login.userId, passwordSetAt: login.passwordSetAt },
      authentication: { method: login.method, references: [...new Set([...login.references, ...shown])] },
    };
  }

  /** Options for the browser to show a passkey as the second factor of a login that waits. */
  async passkeyOptions(challengeText: string): Promise<object> {
    const challenge = readOpaqueToken(challengeText);
    const login = challenge === null ? null : await this.challenges.find(challenge);
    assertThat(login !== null, 'invalid_link');
    return this.beginPasskeyAuthentication.execute(login.userId);
  }

  /** @returns what was shown */
  async verify(userId: string, proof: SecondFactorProof): Promise<readonly AuthenticationMethodReference[]> {
    if (proof.method === 'passkey')
      return (await this.verifyPasskey.execute(userId, proof.response)).references;
    await this.verifyCode.execute(userId, proof);
    return ['otp'];
  }
}
