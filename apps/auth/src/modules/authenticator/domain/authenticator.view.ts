import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** What a second factor may be, beside the first. */
export const secondFactorMethods = ['totp', 'passkey', 'recovery_code'] as const;
export type SecondFactorMethod = (typeof secondFactorMethods)[number];

/** What is shown of a passkey. */
export interface PasskeyView {
  readonly id: string;
  readonly name: string;
  readonly isBackedUp: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What is shown of a remembered device. */
export interface RememberedDeviceView {
  readonly id: string;
  readonly userAgent: string;
  readonly ipAddress: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly expiresAt: Date;
}

/** What protects an account beside its password. */
export interface AuthenticatorsView {
  /** null without an app that shows codes. */
  readonly totp: { readonly confirmedAt: Date; readonly lastUsedAt: Date | null } | null;
  /** Recovery codes that have not been used. */
  readonly recoveryCodes: number;
  readonly passkeys: readonly PasskeyView[];
  readonly rememberedDevices: readonly RememberedDeviceView[];
}

/** A code that somebody gives as their second factor. */
export interface CodeProof {
  readonly method: 'totp' | 'recovery_code';
  readonly code: string;
}

/** What a browser answers for a passkey, of one kind or the other; checked where it is verified. */
export type PasskeyResponse = AuthenticationResponseJSON & RegistrationResponseJSON;
