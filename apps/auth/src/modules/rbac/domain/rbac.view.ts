import type { PermissionName } from '@auth-service/authorization';
import type { RowOutcome } from '../../../core/errors/index.js';
import type { WindowState } from './window-state.js';

/** What is shown of a resource. */
export interface ResourceView {
  readonly id: string;
  readonly key: string;
  readonly service: string;
  readonly description: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is shown of a permission. */
export interface PermissionView {
  readonly id: string;
  readonly name: PermissionName;
  readonly resource: string;
  readonly action: string;
  readonly description: string;
  readonly deprecatedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is shown of a role. */
export interface RoleView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly isSystem: boolean;
  readonly isDefault: boolean;
  /** Its permissions hold only in sessions that were opened with a second factor. */
  readonly requiresSecondFactor: boolean;
  /** Names and wildcards, as they were given. */
  readonly permissions: readonly PermissionName[];
  /** Ids of the roles that it inherits from directly. */
  readonly parentIds: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is shown of a role that is looked at by itself. */
export interface RoleDescription extends RoleView {
  /** When somebody who has it now was last active; null: none of them was. */
  readonly lastUsedAt: Date | null;
}

/** What is shown of a permission or wildcard that a role itself holds. */
export interface RolePermissionView {
  readonly name: PermissionName;
  /** Empty for a wildcard, as is the next. */
  readonly description: string;
  readonly deprecatedAt: Date | null;
}

/** What is shown of a role that a user has directly. */
export interface UserRoleView {
  readonly roleId: string;
  readonly name: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly grantedBy: string | null;
}

/** What is shown of a role that a team carries. */
export interface TeamRoleView extends UserRoleView {
  /** Holds for resources of the team alone, rather than everywhere. */
  readonly teamScoped: boolean;
}

/** Who has a role: a user or a team. */
export interface RoleHolderView {
  readonly userId: string | null;
  readonly teamId: string | null;
  /** E-mail address of the user, or name of the team. */
  readonly name: string;
  readonly teamScoped: boolean;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly grantedBy: string | null;
}

/** A permission that a user has without a role. */
export interface PermissionGrantView {
  readonly permission: PermissionName;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly grantedBy: string | null;
}

/** What is shown of a rule of separation of duty. */
export interface SeparationOfDutyView {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Nobody may have so many of the roles, or more. */
  readonly cardinality: number;
  readonly roleIds: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What became of one row of a request about many roles. */
export interface RoleRowResult extends RowOutcome {
  readonly roleId: string;
}

/** Who has roles. */
export const holderKinds = ['user', 'team'] as const;
export type HolderKind = (typeof holderKinds)[number];

/** Which part of a list by name is wanted. */
export interface NamedListQuery {
  readonly limit: number;
  readonly cursor?: string;
  /** Part of the name or of the description. */
  readonly search?: string;
}

/** Which roles are wanted. */
export interface RoleListQuery extends NamedListQuery {
  /** Those that bring it: by name, by a wildcard or by inheritance. */
  readonly permission?: string;
  readonly isSystem?: boolean;
  /** Those that inherit from it directly. */
  readonly parentId?: string;
}

/** Which of what was given for a time are wanted. */
export interface AssignmentListQuery extends NamedListQuery {
  readonly state?: WindowState;
}

/** Which of those who have a role are wanted. */
export interface RoleHolderListQuery extends AssignmentListQuery {
  readonly holder?: HolderKind;
}

/** Which resources are wanted. */
export interface ResourceListQuery extends NamedListQuery {
  readonly service?: string;
}

/** Which permissions are wanted. */
export interface PermissionListQuery extends NamedListQuery {
  /** Key of a resource. */
  readonly resource?: string;
  readonly deprecated?: boolean;
}

/** Which rules of separation of duty are wanted. */
export interface SeparationOfDutyListQuery extends NamedListQuery {
  /** Those that name this role. */
  readonly roleId?: string;
}

/** A role that somebody is about to lose. */
export interface ExpiringAssignment {
  readonly id: string;
  readonly roleId: string;
  readonly role: string;
  /** One of the two holds it. */
  readonly userId: string | null;
  readonly teamId: string | null;
  /** The user's address, or the team's name. */
  readonly holder: string;
  readonly validUntil: Date;
}

/** Somebody who has no role. */
export interface RolelessUser {
  readonly id: string;
  readonly email: string;
  readonly createdAt: Date;
}
