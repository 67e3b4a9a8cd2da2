import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDate, IsIn, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';
import { PartialType } from '@nestjs/swagger';
import type { PermissionName } from '@auth-service/authorization';
import { type ServiceAccountStatus, serviceAccountStatuses } from '../domain/service-account.view.js';

const NAME = /^[a-z][a-z0-9_]{0,63}:[a-z][a-z0-9_]{0,63}$/;

/** A service about to be registered. */
export class NewServiceAccountRequest {
  /** @example 'billing' */
  @IsString()
  @Length(1, 100)
  name!: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;

  /** Full names, which you hold yourself. @example ['user:read'] */
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @Matches(NAME, { each: true, message: 'each of permissions must be resource:action' })
  permissions?: PermissionName[];
}

/** What is to change; what is left out stays. */
export class ServiceAccountRequest extends PartialType(NewServiceAccountRequest, {
  skipNullProperties: false,
}) {
  /** `disabled`: its secrets and tokens are refused at once. */
  @IfPresent()
  @IsIn(serviceAccountStatuses)
  status?: ServiceAccountStatus;
}

/** A secret about to be made. */
export class ClientSecretRequest {
  /** Never, when nothing is said. */
  @IfPresent()
  @IsDate()
  @Type(() => Date)
  expiresAt?: Date;
}

/** What is shown of a secret. */
export class ClientSecretResponse {
  id!: string;
  createdAt!: Date;
  expiresAt!: Date | null;
  /** To the minute. */
  lastUsedAt!: Date | null;
}

/** A secret just made. */
export class NewClientSecretResponse extends ClientSecretResponse {
  /** Shown this once. */
  clientSecret!: string;
}

/** A registered service. */
export class ServiceAccountResponse {
  /** Its `client_id`. */
  id!: string;
  name!: string;
  description!: string;
  permissions!: string[];
  status!: ServiceAccountStatus;
  createdBy!: string | null;
  createdAt!: Date;
  updatedAt!: Date;
  /** Counts the changes; send it as `If-Match` with the next one. */
  version!: number;
}

/** A registered service and its secrets. */
export class ServiceAccountDetailsResponse extends ServiceAccountResponse {
  secrets!: ClientSecretResponse[];
}

/** A page of service accounts. */
export class ServiceAccountPage {
  items!: ServiceAccountResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}
