import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { parse } from 'uuid';
import { GetUser } from '../../../user/index.js';
import { PasskeyRepository } from '../passkey.repository.js';
import { simpleWebAuthn, WebAuthn } from '../webauthn.js';

/** Begins to add a passkey. */
@Injectable()
export class BeginPasskeyRegistration {
  constructor(
    private readonly webAuthn: WebAuthn,
    private readonly getUser: GetUser,
    private readonly passkeys: PasskeyRepository,
  ) {}

  /** @returns what the browser is given for `navigator.credentials.create` */
  async execute(userId: string): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { email, displayName } = await this.getUser.execute(userId);
    const known = await this.passkeys.storedOf(userId);
    const { generateRegistrationOptions } = await simpleWebAuthn();
    return generateRegistrationOptions({
      rpName: this.webAuthn.rpName,
      rpID: this.webAuthn.rpId,
      userID: Uint8Array.from(parse(userId)),
      userName: email,
      userDisplayName: displayName === '' ? email : displayName,
      challenge: await this.webAuthn.challenge('passkey_registration', userId),
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    });
  }
}
