import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { PasskeyRepository } from '../passkey.repository.js';
import { simpleWebAuthn, WebAuthn } from '../webauthn.js';

/** Begins to show a passkey. */
@Injectable()
export class BeginPasskeyAuthentication {
  constructor(
    private readonly webAuthn: WebAuthn,
    private readonly passkeys: PasskeyRepository,
  ) {}

  /**
   * @param userId - whose passkey is wanted; null for a login in which the passkey says who it is
   * @returns what the browser is given for `navigator.credentials.get`
   */
  async execute(userId: string | null): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const known = userId === null ? [] : await this.passkeys.storedOf(userId);
    const { generateAuthenticationOptions } = await simpleWebAuthn();
    return generateAuthenticationOptions({
      rpID: this.webAuthn.rpId,
      challenge: await this.webAuthn.challenge(
        userId === null ? 'passkey_login' : 'passkey_confirmation',
        userId,
      ),
      userVerification: 'preferred',
      allowCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports] as never,
      })),
    });
  }
}
