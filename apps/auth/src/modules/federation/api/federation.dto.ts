import { IsString, Length } from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';

/** A provider with which people may log in. */
export class ProviderResponse {
  /** In addresses. */
  name!: string;
  /** For people. */
  label!: string;
}

/** An identity at another provider. */
export class IdentityResponse {
  id!: string;
  issuer!: string;
  /** What the provider is called. */
  label!: string;
  /** Address there. */
  email!: string;
  createdAt!: Date;
  lastUsedAt!: Date | null;
}

/** Takes the tokens of a login at another provider. */
export class ExchangeRequest {
  /** From the address to which the browser was led back. */
  @IsString()
  @Length(1, 200)
  code!: string;

  /** Whose S256 was sent at the beginning (RFC 7636). */
  @IsString()
  @Length(43, 128)
  codeVerifier!: string;

  /** Of the last login on this device: its failures are counted apart, and no second factor is asked for while it is remembered. */
  @IfPresent()
  @IsString()
  @Length(1, 200)
  deviceToken?: string;
}

/** What a client app gets. */
export class FederatedTokenResponse {
  /** JWT after RFC 9068, for the `Authorization: Bearer` header. */
  accessToken!: string;
  tokenType!: 'Bearer';
  /** Seconds that the access token lives. */
  expiresIn!: number;
  refreshToken!: string;
  sessionId!: string;
}
