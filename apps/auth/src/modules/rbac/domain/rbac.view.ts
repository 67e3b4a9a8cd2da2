import type { PermissionName } from '@auth-service/authorization';

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
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is shown of a role that a user has directly. */
export interface UserRoleView {
  readonly roleId: string;
  readonly name: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly grantedBy: string | null;
}

/** Which part of a list by name is wanted. */
export interface NamedListQuery {
  readonly limit: number;
  readonly cursor?: string;
  /** Part of the name or of the description. */
  readonly search?: string;
}
