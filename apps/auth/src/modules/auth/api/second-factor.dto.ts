import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { IsBoolean, IsEmail, IsIn, IsObject, IsString, Length, MaxLength, ValidateIf } from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';
import { type SecondFactorMethod, secondFactorMethods } from '../../authenticator/index.js';
import { type EmailLoginKind, emailLoginKinds } from '../domain/email-login.js';

/** A login that waits for its second factor. */
export class ChallengeRequest {
  /** From the answer `second_factor_required`. */
  @IsString()
  @Length(1, 200)
  challenge!: string;
}

/** A second factor. */
export class SecondFactorRequest extends ChallengeRequest {
  @IsIn(secondFactorMethods)
  method!: SecondFactorMethod;

  /** Of the app, or a recovery code. */
  @ValidateIf(({ method }: SecondFactorRequest) => method !== 'passkey')
  @IsString()
  @Length(1, 100)
  code?: string;

  /** For a passkey: as `PublicKeyCredential.toJSON()` gives it. */
  @ValidateIf(({ method }: SecondFactorRequest) => method === 'passkey')
  @IsObject()
  response?: AuthenticationResponseJSON;

  /** Whether this device is to be remembered. */
  @IfPresent()
  @IsBoolean()
  rememberDevice?: boolean;

  /** Of the last login on this device; kept when it is this account's. */
  @IfPresent()
  @IsString()
  @Length(1, 200)
  deviceToken?: string;
}

/** A passkey that says whose it is. */
export class PasskeyLoginRequest {
  /** As `PublicKeyCredential.toJSON()` gives it. */
  @IsObject()
  response!: AuthenticationResponseJSON;

  /** Of the last login on this device: its failures are counted apart, and no second factor is asked for while it is remembered. */
  @IfPresent()
  @IsString()
  @Length(1, 200)
  deviceToken?: string;
}

/** Who wants a mail that logs in. */
export class EmailLoginRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** A link to follow, or a code to type. */
  @IsIn(emailLoginKinds)
  kind!: EmailLoginKind;
}

/** What the asking client keeps. */
export class EmailLoginResponse {
  /** Without it the mail is worth nothing. */
  challenge!: string;
}

/** What was mailed, and what the asking client kept. */
export class EmailCodeRequest extends ChallengeRequest {
  /** The code, or `code` of the link. */
  @IsString()
  @Length(1, 100)
  code!: string;

  /** Of the last login on this device: its failures are counted apart, and no second factor is asked for while it is remembered. */
  @IfPresent()
  @IsString()
  @Length(1, 200)
  deviceToken?: string;
}

const stepUpMethods = ['password', ...secondFactorMethods] as const;

/** What somebody shows once more. */
export class StepUpRequest {
  @IsIn(stepUpMethods)
  method!: (typeof stepUpMethods)[number];

  @ValidateIf(({ method }: StepUpRequest) => method === 'password')
  @IsString()
  @Length(1, 2000)
  password?: string;

  /** Of the app, or a recovery code. */
  @ValidateIf(({ method }: StepUpRequest) => method === 'totp' || method === 'recovery_code')
  @IsString()
  @Length(1, 100)
  code?: string;

  /** For a passkey: as `PublicKeyCredential.toJSON()` gives it. */
  @ValidateIf(({ method }: StepUpRequest) => method === 'passkey')
  @IsObject()
  response?: AuthenticationResponseJSON;
}

/** A new access token, which tells of the authentication. */
export class StepUpResponse {
  accessToken!: string;
  tokenType!: 'Bearer';
  /** Seconds that the access token lives. */
  expiresIn!: number;
}
