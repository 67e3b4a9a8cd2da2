import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

/** The link that makes the first administrator. */
export class SetupQuery {
  /** From the link that the service printed. */
  @IsString()
  @Length(1, 200)
  token!: string;
}

/** The first administrator. */
export class SetupRequest extends SetupQuery {
  @IsEmail()
  @MaxLength(254)
  email!: string;

  @IsString()
  @MaxLength(2000)
  password!: string;
}
