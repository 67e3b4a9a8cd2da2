import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { asBoolean, IfPresent, lowerCase } from '../../../core/http/index.js';
import type { PermissionName } from '@auth-service/authorization';
import { PageQuery } from '../../../core/http/page.dto.js';

const NAME = /^[a-z][a-z0-9_]{0,63}:[a-z][a-z0-9_]{0,63}$/;

const DEFAULT_LIFE_DAYS = 90;

/** An API key about to be made. */
export class NewApiKeyRequest {
  /** What it is for. @example 'nightly export' */
  @IsString()
  @Length(1, 100)
  name!: string;

  /** Full names, which you hold yourself. @example ['user:read'] */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @Matches(NAME, { each: true, message: 'each of permissions must be resource:action' })
  permissions!: PermissionName[];

  @IsInt()
  @Min(1)
  @Max(366)
  expiresInDays: number = DEFAULT_LIFE_DAYS;
}

/** Which of your API keys are wanted. */
export class OwnApiKeyQuery extends PageQuery {
  /** `true`: good ones; `false`: revoked and expired ones. */
  @IfPresent()
  @IsBoolean()
  @Transform(asBoolean)
  active?: boolean;
}

/** Which API keys are wanted. */
export class ApiKeyQuery extends OwnApiKeyQuery {
  /** Whose. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  userId?: string;
}

/** What is shown of an API key. */
export class ApiKeyResponse {
  id!: string;
  userId!: string;
  userEmail!: string;
  name!: string;
  /** What its owner may do with it, as far as they may do it at all. */
  permissions!: string[];
  createdAt!: Date;
  expiresAt!: Date;
  /** To the minute. */
  lastUsedAt!: Date | null;
  revokedAt!: Date | null;
  /** Neither revoked nor expired. */
  active!: boolean;
}

/** An API key just made. */
export class NewApiKeyResponse extends ApiKeyResponse {
  /** Shown this once, for the `Authorization: Bearer` header. */
  apiKey!: string;
}

/** A page of API keys. */
export class ApiKeyPage {
  items!: ApiKeyResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}
