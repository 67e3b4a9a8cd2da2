import { IsObject, IsString, Length, MaxLength } from 'class-validator';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';

/** A code of the app that is being set up. */
export class CodeRequest {
  /** @example '287082' */
  @IsString()
  @Length(1, 100)
  code!: string;
}

/** What an app needs to show codes. Shown this once. */
export class TotpEnrolmentResponse {
  /** `otpauth://…`, for a picture that the app reads. */
  uri!: string;
  /** The secret in Base32, to be typed where there is no camera. */
  secret!: string;
  /** The picture (QR code) as SVG. */
  picture!: string;
}

/** Recovery codes, shown this once. Each works once. */
export class RecoveryCodesResponse {
  recoveryCodes!: string[];
}

/** A passkey that a browser has made. */
export class PasskeyRequest {
  /** What its owner calls it. */
  @IsString()
  @Length(1, 100)
  @MaxLength(100)
  name!: string;

  /** As `PublicKeyCredential.toJSON()` gives it. */
  @IsObject()
  response!: RegistrationResponseJSON;
}

/** A passkey just added. */
export class RegisteredPasskeyResponse extends RecoveryCodesResponse {
  id!: string;
}

/** An app that shows codes. */
export class TotpResponse {
  confirmedAt!: Date;
  lastUsedAt!: Date | null;
}

/** A passkey. */
export class PasskeyResponse {
  id!: string;
  name!: string;
  /** Whether it is kept in the owner's cloud too. */
  isBackedUp!: boolean;
  createdAt!: Date;
  lastUsedAt!: Date | null;
}

/** A device on which no second factor is asked for. */
export class RememberedDeviceResponse {
  id!: string;
  userAgent!: string;
  ipAddress!: string;
  createdAt!: Date;
  lastUsedAt!: Date | null;
  expiresAt!: Date;
}

/** What protects an account beside its password. */
export class AuthenticatorsResponse {
  totp!: TotpResponse | null;
  /** Recovery codes that have not been used. */
  recoveryCodes!: number;
  passkeys!: PasskeyResponse[];
  rememberedDevices!: RememberedDeviceResponse[];
}
