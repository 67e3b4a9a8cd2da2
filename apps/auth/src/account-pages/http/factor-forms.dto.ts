import { IsIn, IsString, Length, MaxLength } from 'class-validator';
import { IfPresent } from '../../core/http/index.js';
import { type SecondFactorMethod, secondFactorMethods } from '../../modules/authenticator/index.js';

/** What a passkey answered, as our script put it into the form. */
export class PasskeyForm {
  @IsString()
  @Length(1, 20_000)
  response!: string;
}

export class PasskeyLoginForm extends PasskeyForm {
  @IfPresent()
  @IsString()
  @MaxLength(2000)
  returnTo?: string;
}

export class NewPasskeyForm extends PasskeyForm {
  @IsString()
  @Length(1, 100)
  name!: string;
}

export class SecondFactorForm {
  @IsString()
  @Length(1, 200)
  challenge!: string;

  @IsString()
  @MaxLength(200)
  methods!: string;

  @IsIn(secondFactorMethods)
  method!: SecondFactorMethod;

  @IfPresent()
  @IsString()
  @Length(1, 100, { message: 'account.faults.code' })
  code?: string;

  @IfPresent()
  @IsString()
  @MaxLength(20_000)
  response?: string;

  @IfPresent()
  @IsString()
  @MaxLength(2000)
  returnTo?: string;

  @IfPresent()
  @IsIn(['yes'])
  rememberDevice?: 'yes';
}

const confirmMethods = ['password', 'totp', 'passkey'] as const;

export class ConfirmForm {
  @IsIn(confirmMethods)
  method!: (typeof confirmMethods)[number];

  @IfPresent()
  @IsString()
  @Length(1, 2000)
  password?: string;

  @IfPresent()
  @IsString()
  @Length(1, 100)
  code?: string;

  @IfPresent()
  @IsString()
  @MaxLength(20_000)
  response?: string;

  @IfPresent()
  @IsString()
  @MaxLength(2000)
  returnTo?: string;
}

export class CodeForm {
  @IsString()
  @Length(1, 100)
  code!: string;
}

export class EmailLoginForm {
  @IsString()
  @Length(1, 100, { message: 'account.faults.code' })
  code!: string;
}
