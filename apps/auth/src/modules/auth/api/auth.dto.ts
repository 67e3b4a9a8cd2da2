import { IsEmail, IsString, Length, MaxLength } from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';

/** What somebody logs in with. */
export class LoginRequest {
  /** @example 'ada@example.test' */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @Length(1, 2000)
  password!: string;

  /** Of the last login on this device: its failures are counted apart, and no second factor is asked for while it is remembered. */
  @IfPresent()
  @IsString()
  @Length(1, 200)
  deviceToken?: string;
}

/** A refresh token. */
export class RefreshRequest {
  /** From the login or the last refresh. It can be used once. */
  @IsString()
  @Length(1, 200)
  refreshToken!: string;
}

/** What a client app gets at a login and at each refresh. */
export class TokenResponse {
  /** JWT after RFC 9068, for the `Authorization: Bearer` header. */
  accessToken!: string;
  tokenType!: 'Bearer';
  /** Seconds that the access token lives. */
  expiresIn!: number;
  /** For the next refresh, and only that one. */
  refreshToken!: string;
  sessionId!: string;
  /** At a login: for this device to keep, and to send with its next login. */
  deviceToken?: string;
}

/** A JSON Web Key Set (RFC 7517). */
export class JwksResponse {
  keys!: Record<string, unknown>[];
}
