import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { AuthenticationMethodReference } from '../../../../core/access/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { PasskeyRepository, type StoredPasskey } from '../passkey.repository.js';
import { simpleWebAuthn, WebAuthn } from '../webauthn.js';

/** Whose passkey signed our challenge. */
export interface VerifiedPasskey {
  readonly userId: string;
  readonly references: readonly AuthenticationMethodReference[];
}

/** Checks a signature that a passkey made for our challenge. */
@Injectable()
export class VerifyPasskey {
  constructor(
    private readonly webAuthn: WebAuthn,
    private readonly passkeys: PasskeyRepository,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param userId - whose passkey is wanted; null for a login in which the passkey says who it is
   * @throws AppError `invalid_passkey`
   */
  async execute(userId: string | null, response: AuthenticationResponseJSON): Promise<VerifiedPasskey> {
    const purpose = userId === null ? 'passkey_login' : 'passkey_confirmation';
    const taken = await this.webAuthn.takeChallenge(purpose, response);
    assertThat(taken?.subjectId === userId, 'invalid_passkey');
    const passkey = await this.passkeys.findByCredential(response.id);
    assertThat(passkey !== null && (userId === null || passkey.userId === userId), 'invalid_passkey');
    const userVerified = await this.verify(passkey, response, taken.challenge);
    return { userId: passkey.userId, references: userVerified ? ['pop', 'user'] : ['pop'] };
  }

  /** @returns whether the authenticator asked for its owner's finger or PIN */
  private async verify(
    passkey: StoredPasskey,
    response: AuthenticationResponseJSON,
    expectedChallenge: string,
  ): Promise<boolean> {
    const { verifyAuthenticationResponse } = await simpleWebAuthn();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: this.webAuthn.origin,
      expectedRPID: this.webAuthn.rpId,
      requireUserVerification: false,
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.counter,
      },
    }).catch((cause: unknown) => this.refuse(passkey, cause));
    const isNew = verified && (await this.passkeys.use(passkey.id, authenticationInfo.newCounter));
    return isNew ? authenticationInfo.userVerified : this.refuse(passkey, null);
  }

  private async refuse({ id, userId }: StoredPasskey, cause: unknown): Promise<never> {
    await this.audit.execute({
      action: 'authenticator.verified',
      outcome: 'failure',
      subjectType: 'user',
      subjectId: userId,
      // A counter that went back means that there is a copy of the key.
      reason:
        cause instanceof Error && cause.message.includes('counter') ? 'counter_went_back' : 'invalid_passkey',
      after: { method: 'passkey', passkeyId: id },
    });
    throw new AppError('invalid_passkey', { cause });
  }
}
