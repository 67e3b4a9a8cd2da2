import { Transform } from 'class-transformer';
import { IsString, Length } from 'class-validator';

/** Why somebody wants to act in another's name. */
export class ImpersonationRequest {
  /** For the audit log. */
  @IsString()
  @Length(3, 500)
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  reason!: string;
}

/** What an app gets to act in somebody's name. There is no refresh token. */
export class ImpersonationResponse {
  /** JWT after RFC 9068; `act` names who acts (RFC 8693, section 4.1). */
  accessToken!: string;
  tokenType!: 'Bearer';
  /** Seconds that the access token lives. */
  expiresIn!: number;
  sessionId!: string;
}
