import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { IfPresent, lowerCase } from '../../../core/http/index.js';
import { PartialType } from '@nestjs/swagger';
import type { PermissionName } from '@auth-service/authorization';

const PATTERN = /^(?:\*|[a-z][a-z0-9_]{0,63}):(?:\*|[a-z][a-z0-9_]{0,63})$/;
const PATTERN_MESSAGE = 'each of permissions must be resource:action, with * for a whole part at most';

/** A named set of permissions. */
export class RoleResponse {
  id!: string;
  name!: string;
  description!: string;
  /** Built in: it cannot be changed or deleted. */
  isSystem!: boolean;
  /** Everybody has it. */
  isDefault!: boolean;
  /** Its permissions hold only in sessions that were opened with a second factor. */
  requiresSecondFactor!: boolean;
  /** @example ['deal:read', 'task:*'] */
  permissions!: string[];
  /** Ids of the roles that it inherits from directly. */
  parentIds!: string[];
  /** Counts the changes; send it as `If-Match` with the next one. */
  version!: number;
  createdAt!: Date;
  updatedAt!: Date;
}

/** A role that is looked at by itself. */
export class RoleDescriptionResponse extends RoleResponse {
  /**
   * When somebody who has it now – directly, by a team, or by a role that inherits from it – was last active. Whether they
   * needed it for that is not known. null: none of them was.
   */
  lastUsedAt!: Date | null;
}

/** A page of roles. */
export class RolePage {
  items!: RoleResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A permission or wildcard that a role itself holds. */
export class RolePermissionResponse {
  /** @example 'deal:read' */
  name!: string;
  /** Empty for a wildcard. */
  description!: string;
  /** Since then no code declares it any more; it still counts. */
  deprecatedAt!: Date | null;
}

/** A page of permissions and wildcards that a role itself holds. */
export class RolePermissionPage {
  items!: RolePermissionResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** Whether a role wants a second factor. */
export class RoleSecondFactorRequest {
  @IsBoolean()
  required!: boolean;
}

/** The permissions of a role. */
export class RolePermissionsRequest {
  /** Names and wildcards. @example ['deal:read', 'task:*'] */
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @Matches(PATTERN, { each: true, message: PATTERN_MESSAGE })
  permissions!: PermissionName[];
}

/** The roles that a role inherits from. */
export class RoleParentsRequest {
  /** Ids of roles. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @Transform(lowerCase)
  parentIds!: string[];
}

/** A new role. */
export class CreateRoleRequest {
  @IsString()
  @Length(1, 100)
  name!: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;

  /** Names and wildcards. @example ['deal:read', 'task:*'] */
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(1000)
  @IsString({ each: true })
  @Matches(PATTERN, { each: true, message: PATTERN_MESSAGE })
  permissions?: PermissionName[];
}

/** What changes of a role. */
export class UpdateRoleRequest extends PartialType(CreateRoleRequest, { skipNullProperties: false }) {}

/** A role that a user has directly. */
export class UserRoleResponse {
  roleId!: string;
  name!: string;
  validFrom!: Date;
  /** null: for good. */
  validUntil!: Date | null;
  /** Who gave it; null: the service itself. */
  grantedBy!: string | null;
}

/** A page of roles that a user has directly. */
export class UserRolePage {
  items!: UserRoleResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}
