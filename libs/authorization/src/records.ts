import type { PermissionName } from './permission-name.js';
import type { ValidityWindow } from './validity-window.js';
import type { VisibilityLevel } from './visibility.js';

/** A named set of permissions, with what it inherits. */
export interface RoleRecord {
  readonly id: string;
  readonly name: string;
  /** Names and wildcards, as they were given. */
  readonly permissions: readonly PermissionName[];
  /** Ids of the roles from which it inherits directly. */
  readonly parents: readonly string[];
  /** Everybody active has it. */
  readonly isDefault: boolean;
  /** Holds only in sessions that were opened with a second factor. */
  readonly requiresSecondFactor: boolean;
}

/** A role that somebody was given. */
export interface RoleGrant extends ValidityWindow {
  readonly roleId: string;
}

/** A role that a team carries. */
export interface TeamRoleGrant extends RoleGrant {
  /** Holds for resources of the team alone, rather than everywhere. */
  readonly teamScoped: boolean;
}

/** A team that is not deleted. */
export interface TeamRecord {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly TeamRoleGrant[];
}

/** A visibility group that is not deleted. */
export interface GroupRecord {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** Number of the group above; null at the top. */
  readonly parent: number | null;
  /** The group of everybody who is in no other. */
  readonly isDefault: boolean;
  /** Ids of users. */
  readonly managers: readonly string[];
  /** Levels of new items by their type. */
  readonly defaults: Readonly<Record<string, VisibilityLevel>>;
}

/** A permission that somebody was given without a role. */
export interface PermissionGrant extends ValidityWindow {
  readonly permission: PermissionName;
}

/** What is known of a user. */
export interface SubjectRecord {
  readonly id: string;
  /** Not disabled, not deleted. */
  readonly isActive: boolean;
  readonly roles: readonly RoleGrant[];
  readonly permissions: readonly PermissionGrant[];
  /** Ids of teams. */
  readonly teams: readonly string[];
  /** Number of the visibility group; null: the default one. */
  readonly group: number | null;
}

/** All that decisions rest on, apart from the users. */
export interface AuthorizationStructure {
  /** The catalogue. */
  readonly permissions: readonly PermissionName[];
  readonly roles: readonly RoleRecord[];
  readonly teams: readonly TeamRecord[];
  readonly groups: readonly GroupRecord[];
}

/** What has changed of a structure, as it is now. */
export interface StructureUpdate {
  /** Ids of changed roles and teams; those of them that are not below are gone. */
  readonly touched: readonly string[];
  /** The whole catalogue; null when it is the same. */
  readonly permissions: readonly PermissionName[] | null;
  readonly roles: readonly RoleRecord[];
  readonly teams: readonly TeamRecord[];
  /** The whole tree; null when it is the same. */
  readonly groups: readonly GroupRecord[] | null;
}

/**
 * What is true of a user of whom nothing else is known.
 *
 * @example plainSubject('ann').isActive // true
 */
export const plainSubject = (id: string): SubjectRecord => ({
  id,
  isActive: true,
  roles: [],
  permissions: [],
  teams: [],
  group: null,
});
