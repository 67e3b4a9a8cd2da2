import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import { asBoolean, IfPresent, lowerCase } from '../../../core/http/index.js';
import { PageQuery } from '../../../core/http/page.dto.js';
import { type HolderKind, holderKinds } from '../domain/rbac.view.js';
import { type WindowState, windowStates } from '../domain/window-state.js';

const NAME = /^[a-z][a-z0-9_]{0,63}:[a-z][a-z0-9_]{0,63}$/;

/** Which part of a list by name is wanted. */
export class NamedQuery extends PageQuery {
  /** Part of the name or of the description. */
  @IfPresent()
  @IsString()
  @Length(1, 100)
  search?: string;
}

/** Which roles are wanted. */
export class RoleQuery extends NamedQuery {
  /** Those that bring this permission: by name, by a wildcard or by inheritance. @example 'deal:read' */
  @IfPresent()
  @Matches(NAME, { message: 'permission must be such as deal:read' })
  permission?: string;

  /** `true`: the built-in ones; `false`: all others. */
  @IfPresent()
  @IsBoolean()
  @Transform(asBoolean)
  isSystem?: boolean;

  /** Those that inherit from this role directly. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  parentId?: string;
}

/** Which of what was given for a time are wanted. */
export class AssignmentQuery extends NamedQuery {
  /** `current`: in force now; `future`: begins later; `ended`: is over. */
  @IfPresent()
  @IsIn(windowStates)
  state?: WindowState;
}

/** Which of those who have a role are wanted. */
export class RoleHolderQuery extends AssignmentQuery {
  /** Users alone, or teams alone. */
  @IfPresent()
  @IsIn(holderKinds)
  holder?: HolderKind;
}

/** Which resources are wanted. */
export class ResourceQuery extends NamedQuery {
  /** Those of this service. */
  @IfPresent()
  @IsString()
  @Length(1, 100)
  service?: string;
}

/** Which permissions are wanted. */
export class PermissionQuery extends NamedQuery {
  /** Those of this resource, by its key. @example 'deal' */
  @IfPresent()
  @IsString()
  @Length(1, 64)
  resource?: string;

  /** `true`: those that no code declares any more; `false`: all others. */
  @IfPresent()
  @IsBoolean()
  @Transform(asBoolean)
  deprecated?: boolean;
}

/** Which rules of separation of duty are wanted. */
export class SeparationOfDutyQuery extends NamedQuery {
  /** Those that name this role. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  roleId?: string;
}
