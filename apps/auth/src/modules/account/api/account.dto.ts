import { Transform } from 'class-transformer';
import { IsEmail, IsLocale, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IfPresent, lowerCase } from '../../../core/http/index.js';

/** Somebody who wants an account. */
export class SignUpRequest {
  /** @example 'ada@example.test' */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** At least 15 characters. */
  @IsString()
  @MaxLength(2000)
  password!: string;

  @IfPresent()
  @IsString()
  @MaxLength(200)
  displayName?: string;

  @IfPresent()
  @IsString()
  @MaxLength(100)
  givenName?: string;

  @IfPresent()
  @IsString()
  @MaxLength(100)
  familyName?: string;

  /** BCP 47 language tag, also of the mails. */
  @IfPresent()
  @IsLocale()
  @MaxLength(35)
  locale?: string;
}

/** An address that a mail goes to, if it concerns anybody. */
export class EmailRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

/** The token of a mailed link. */
export class LinkRequest {
  @IsString()
  @Length(1, 200)
  token!: string;
}

/** A new password, by a mailed link. */
export class ResetPasswordRequest extends LinkRequest {
  /** At least 15 characters; 8 for an account with a second factor. */
  @IsString()
  @MaxLength(2000)
  password!: string;
}

/** A new password of one's own. */
export class ChangePasswordRequest {
  @IsString()
  @Length(1, 2000)
  currentPassword!: string;

  /** At least 15 characters; 8 for an account with a second factor. */
  @IsString()
  @MaxLength(2000)
  password!: string;
}

/** A new address of one's own. */
export class ChangeEmailRequest extends EmailRequest {
  /** The password that one has. */
  @IsString()
  @Length(1, 2000)
  password!: string;
}

/** A change of address that waits for its confirmation. */
export class EmailChangeResponse {
  email!: string;
  createdAt!: Date;
  expiresAt!: Date;
}

/** The password that one has, to show that it is oneself. */
export class CloseAccountRequest {
  @IsString()
  @Length(1, 2000)
  password!: string;
}

/** All that the service knows of one person. */
export class OwnDataResponse {
  exportedAt!: Date;
  user!: Record<string, unknown>;
  roles!: Record<string, unknown>[];
  sessions!: Record<string, unknown>[];
  events!: Record<string, unknown>[];
}

/** Whom to ask in. */
export class InvitationRequest {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IfPresent()
  @IsString()
  @MaxLength(200)
  displayName?: string;

  /** BCP 47 language tag, also of the mail. */
  @IfPresent()
  @IsLocale()
  @MaxLength(35)
  locale?: string;

  /** Roles that the account gets. Nobody gives more than they hold. */
  @IfPresent()
  @IsUUID('all', { each: true })
  @Transform(lowerCase)
  roleIds?: string[];
}

/** An invitation. */
export class InvitationResponse {
  id!: string;
  email!: string;
  displayName!: string;
  locale!: string;
  roleIds!: string[];
  /** UUID of the user who invited. */
  invitedBy!: string | null;
  createdAt!: Date;
  expiresAt!: Date;
  acceptedAt!: Date | null;
}

/** A page of invitations. */
export class InvitationPage {
  items!: InvitationResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** Answers an invitation. */
export class AcceptInvitationRequest extends ResetPasswordRequest {
  @IfPresent()
  @IsString()
  @MaxLength(200)
  displayName?: string;
}
