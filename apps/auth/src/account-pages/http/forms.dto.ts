import { IsEmail, IsLocale, IsNumberString, IsString, Length, MaxLength } from 'class-validator';
import { IfPresent } from '../../core/http/index.js';

/** The token of a mailed link. */
export class LinkForm {
  @IsString()
  @Length(1, 200)
  token!: string;
}

export class EmailForm {
  @IsEmail({}, { message: 'account.faults.email' })
  @MaxLength(254)
  email!: string;
}

export class LoginForm {
  @IsString()
  @Length(1, 254)
  email!: string;

  @IsString()
  @Length(1, 2000)
  password!: string;

  @IfPresent()
  @IsString()
  @MaxLength(2000)
  returnTo?: string;
}

export class SignUpForm extends EmailForm {
  @IsString()
  @MaxLength(2000)
  password!: string;

  @IfPresent()
  @IsString()
  @MaxLength(200)
  displayName?: string;

  @IfPresent()
  @IsLocale()
  @MaxLength(35)
  locale?: string;
}

export class ResetPasswordForm extends LinkForm {
  @IsString()
  @MaxLength(2000)
  password!: string;
}

export class InvitationForm extends ResetPasswordForm {
  @IfPresent()
  @IsString()
  @MaxLength(200)
  displayName?: string;
}

export class ProfileForm {
  @IsNumberString({ no_symbols: true })
  version!: string;

  @IsString()
  @MaxLength(200)
  displayName!: string;

  @IsString()
  @MaxLength(100)
  givenName!: string;

  @IsString()
  @MaxLength(100)
  familyName!: string;

  @IsLocale()
  @MaxLength(35)
  locale!: string;
}

export class ChangeEmailForm extends EmailForm {
  @IsString()
  @Length(1, 2000)
  password!: string;
}

export class ChangePasswordForm {
  @IsString()
  @Length(1, 2000)
  currentPassword!: string;

  @IsString()
  @MaxLength(2000)
  password!: string;
}

export class CloseAccountForm {
  @IsString()
  @Length(1, 2000)
  password!: string;
}
