import { Injectable } from '@nestjs/common';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { AuthenticationMethodReference } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { StrengthenSession } from '../../../session/index.js';
import { type NewPasskey, PasskeyRepository } from '../passkey.repository.js';
import { simpleWebAuthn, WebAuthn } from '../webauthn.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';

/** A passkey just added. */
export interface RegisteredPasskey {
  readonly id: string;
  /** When there were none; shown this once. */
  readonly recoveryCodes: readonly string[];
}

/** Adds a passkey that a browser made for our challenge. */
@Injectable()
export class RegisterPasskey {
  constructor(
    private readonly webAuthn: WebAuthn,
    private readonly passkeys: PasskeyRepository,
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
    private readonly strengthenSession: StrengthenSession,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @param sessionId - in which it happens; it has shown the passkey from now on
   * @throws AppError `invalid_passkey`, `already_exists`
   */
  async execute(
    userId: string,
    sessionId: string,
    name: string,
    response: RegistrationResponseJSON,
  ): Promise<RegisteredPasskey> {
    const taken = await this.webAuthn.takeChallenge('passkey_registration', response);
    assertThat(taken?.subjectId === userId, 'invalid_passkey');
    const { verifyRegistrationResponse } = await simpleWebAuthn();
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: taken.challenge,
      expectedOrigin: this.webAuthn.origin,
      expectedRPID: this.webAuthn.rpId,
      requireUserVerification: false,
    }).catch((cause: unknown) => {
      throw new AppError('invalid_passkey', { cause });
    });
    assertThat(registrationInfo !== undefined, 'invalid_passkey');
    const { credential, credentialBackedUp, userVerified } = registrationInfo;
    const passkey = {
      userId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name,
      isBackedUp: credentialBackedUp,
    };
    return this.store(passkey, sessionId, userVerified ? ['pop', 'user'] : ['pop']);
  }

  @Transactional()
  protected async store(
    passkey: NewPasskey,
    sessionId: string,
    shown: readonly AuthenticationMethodReference[],
  ): Promise<RegisteredPasskey> {
    const { userId, name } = passkey;
    const id = await this.passkeys.insert(passkey);
    assertThat(id !== null, 'already_exists', { detail: 'This passkey is known already.' });
    await this.audit.execute({
      action: 'authenticator.added',
      subjectType: 'user',
      subjectId: userId,
      after: { method: 'passkey', passkeyId: id, name },
    });
    await this.strengthenSession.execute(sessionId, shown);
    return { id, recoveryCodes: await this.renewRecoveryCodes.executeIfNone(userId) };
  }
}
