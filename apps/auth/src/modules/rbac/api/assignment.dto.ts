import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDate,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IntersectionType, PartialType } from '@nestjs/swagger';
import { IfPresent, lowerCase, RowError, UsersRequest } from '../../../core/http/index.js';

/** For how long something is given. */
export class ValidityRequest {
  /** From when on; at once when nothing is said. */
  @IfPresent()
  @IsDate()
  @Type(() => Date)
  validFrom?: Date;

  /** Until when; for good when nothing is said. */
  @IfPresent()
  @IsDate()
  @Type(() => Date)
  validUntil?: Date;
}

/** How a team carries a role. */
export class TeamRoleRequest extends ValidityRequest {
  /** Holds for resources of the team alone; everywhere when nothing is said. */
  @IfPresent()
  @IsBoolean()
  teamScoped?: boolean;
}

/** A role for many users. */
export class BulkAssignmentRequest extends IntersectionType(UsersRequest, ValidityRequest) {}

/** Many roles. */
export class RolesRequest {
  /** Ids of roles. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @Transform(lowerCase)
  roleIds!: string[];
}

/** Many roles for a user. */
export class BulkRolesRequest extends IntersectionType(RolesRequest, ValidityRequest) {}

/** What became of one role. */
export class RoleRowResponse {
  roleId!: string;
  done!: boolean;
  error?: RowError;
}

/** What became of each role, in the order of the request. */
export class BulkRolesResponse {
  items!: RoleRowResponse[];
}

/** Who has a role. */
export class RoleHolderResponse {
  /** null for a team. */
  userId!: string | null;
  /** null for a user. */
  teamId!: string | null;
  /** E-mail address of the user, or name of the team. */
  name!: string;
  /** Holds for resources of the team alone. */
  teamScoped!: boolean;
  validFrom!: Date;
  /** null: for good. */
  validUntil!: Date | null;
  /** Who gave it; null: the service itself. */
  grantedBy!: string | null;
}

/** A page of those who have a role. */
export class RoleHolderPage {
  items!: RoleHolderResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A role that a team carries. */
export class TeamRoleResponse {
  roleId!: string;
  name!: string;
  /** Holds for resources of the team alone, rather than everywhere. */
  teamScoped!: boolean;
  validFrom!: Date;
  /** null: for good. */
  validUntil!: Date | null;
  /** Who gave it; null: the service itself. */
  grantedBy!: string | null;
}

/** A page of roles that a team carries. */
export class TeamRolePage {
  items!: TeamRoleResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A permission that a user has without a role. */
export class PermissionGrantResponse {
  /** @example 'deal:read' */
  permission!: string;
  validFrom!: Date;
  /** null: for good. */
  validUntil!: Date | null;
  /** Who gave it; null: the service itself. */
  grantedBy!: string | null;
}

/** A page of permissions that a user has without a role. */
export class PermissionGrantPage {
  items!: PermissionGrantResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A rule of separation of duty. */
export class SeparationOfDutyResponse {
  id!: string;
  name!: string;
  description!: string;
  /** Nobody may have so many of the roles, or more. */
  cardinality!: number;
  roleIds!: string[];
  /** Counts the changes; send it as `If-Match` with the next one. */
  version!: number;
  createdAt!: Date;
  updatedAt!: Date;
}

/** A page of rules of separation of duty. */
export class SeparationOfDutyPage {
  items!: SeparationOfDutyResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A new rule of separation of duty. */
export class CreateSeparationOfDutyRequest {
  @IsString()
  @Length(1, 100)
  name!: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;

  /** Nobody may have so many of the roles, or more; 2 when nothing is said. */
  @IfPresent()
  @IsInt()
  @Min(2)
  @Max(100)
  cardinality?: number;

  /** Ids of the roles that must be apart. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @Transform(lowerCase)
  roleIds!: string[];
}

/** What changes of a rule of separation of duty. */
export class UpdateSeparationOfDutyRequest extends PartialType(CreateSeparationOfDutyRequest, {
  skipNullProperties: false,
}) {}
