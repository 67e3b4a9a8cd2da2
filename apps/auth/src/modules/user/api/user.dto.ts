import { OmitType, PartialType } from '@nestjs/swagger';
import { IsEmail, IsIn, IsLocale, IsObject, IsString, Length, MaxLength } from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';
import { PageQuery } from '../../../core/http/page.dto.js';
import { type UserStatus, userStatuses } from '../domain/user-status.js';
import { type UserSort, userSorts } from '../domain/user-list.js';

/** A user as others see it. */
export class UserResponse {
  id!: string;
  /** @example 'ada@example.test' */
  email!: string;
  emailVerified!: boolean;
  displayName!: string;
  givenName!: string;
  familyName!: string;
  /** BCP 47 language tag. */
  locale!: string;
  status!: UserStatus;
  /** Supplementary data, checked against the configured JSON Schema. */
  attributes!: Record<string, unknown>;
  /** Counts the changes; send it as `If-Match` with the next one. */
  version!: number;
  createdAt!: Date;
  updatedAt!: Date;
  lastLoginAt!: Date | null;
}

/** A page of users. */
export class UserPage {
  items!: UserResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** Which users are wanted. */
export class UserQuery extends PageQuery {
  @IfPresent()
  @IsIn(userSorts)
  sort?: UserSort;

  @IfPresent()
  @IsIn(userStatuses)
  status?: UserStatus;

  /** Part of the e-mail address or of a name. */
  @IfPresent()
  @IsString()
  @Length(1, 100)
  search?: string;
}

/** What a user may say of themselves. */
export class OwnProfileRequest {
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

  /** BCP 47 language tag. */
  @IfPresent()
  @IsLocale()
  @MaxLength(35)
  locale?: string;

  /** Replaces all supplementary data. */
  @IfPresent()
  @IsObject()
  attributes?: Record<string, unknown>;
}

/** A new user. */
export class CreateUserRequest extends OwnProfileRequest {
  /** @example 'ada@example.test' */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** At least 15 characters. Without one nobody can log in with a password until it is set. */
  @IfPresent()
  @IsString()
  @MaxLength(2000)
  password?: string;
}

/** What changes of a user. */
export class UpdateUserRequest extends PartialType(OmitType(CreateUserRequest, ['password']), {
  skipNullProperties: false,
}) {
  /** `disabled` ends all sessions. */
  @IfPresent()
  @IsIn(userStatuses)
  status?: UserStatus;
}

/** A new password. */
export class SetPasswordRequest {
  /** At least 15 characters; 8 for an account with a second factor. */
  @IsString()
  @MaxLength(2000)
  password!: string;
}
