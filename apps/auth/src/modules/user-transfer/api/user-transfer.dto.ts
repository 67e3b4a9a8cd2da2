import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';
import { passwordFormatNames } from '../domain/password-format-options.js';

/** Records of one request. */
const MAX_RECORDS = 500;

/** How the password hashes were made. */
export class PasswordFormatRequest {
  @IsIn(passwordFormatNames)
  name!: (typeof passwordFormatNames)[number];

  /** What some formats need beside their name. */
  @IfPresent()
  @IsObject()
  options?: Record<string, unknown>;
}

/** Users to be imported. */
export class ImportUsersRequest {
  /** One object a user, with the fields of a file of users. @example [{ email: 'ada@example.com', roles: ['member'] }] */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MAX_RECORDS)
  @IsObject({ each: true })
  records!: Record<string, unknown>[];

  /** Name of the service that they come from; each `externalId` is unique within it. */
  @IsString()
  @Length(1, 100)
  source = 'import';

  /** `true`: checks everything and changes nothing. */
  @IsBoolean()
  dryRun = false;

  /** Needed where records have a `passwordHash`. */
  @IfPresent()
  @ValidateNested()
  @Type(() => PasswordFormatRequest)
  passwordFormat?: PasswordFormatRequest;
}

/** A record that was not imported. */
export class RefusedRecordResponse {
  /** Its place in the request, from 1. */
  record!: number;
  reason!: string;
}

/** What became of the records. */
export class ImportUsersResponse {
  records!: number;
  imported!: number;
  /** Whose user was there already, and stays as it is. */
  present!: number;
  refused!: RefusedRecordResponse[];
}

/** A user in the form in which they can be imported. */
export class ExportedUserResponse {
  externalId!: string;
  email!: string;
  emailVerified!: boolean;
  displayName!: string;
  givenName!: string;
  familyName!: string;
  locale!: string;
  status!: string;
  createdAt!: Date | null;
  /** For holders of `role:read`. */
  roles?: string[];
  attributes!: Record<string, unknown>;
}

/** A page of an export. */
export class ExportPage {
  items!: ExportedUserResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
  /** How many users there are. */
  total!: number;
}
