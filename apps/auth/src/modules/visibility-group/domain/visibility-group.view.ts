import type { VisibilityLevel } from '@auth-service/authorization';

/** What is shown of a visibility group. */
export interface VisibilityGroupView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly description: string;
  readonly parentId: string | null;
  readonly isDefault: boolean;
  /** How many groups there are from the top down to this one. */
  readonly depth: number;
  /** Users whose row names the group; who is in the default one by having none is not counted. */
  readonly memberCount: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A group with all that is below it. */
export interface VisibilityGroupNode {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly isDefault: boolean;
  readonly memberCount: number;
  readonly children: VisibilityGroupNode[];
}

/** A user who belongs to a group in some way. */
export interface GroupPersonView {
  readonly userId: string;
  readonly email: string;
  readonly displayName: string;
}

/** A member of a group. */
export interface GroupMemberView extends GroupPersonView {
  readonly joinedAt: Date;
}

/** What a group says of new items of a type. */
export interface DefaultLevelView {
  readonly type: string;
  readonly level: VisibilityLevel;
}

/** What holds for new items of a type. */
export interface EffectiveDefaultView {
  readonly level: VisibilityLevel;
  /** The group that says so; null when none does. */
  readonly from: string | null;
}

/** The group that a user is in. */
export interface UserGroupView {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly isDefault: boolean;
  /** null: in the default group for want of another. */
  readonly joinedAt: Date | null;
}

/** Which part of a list is wanted. */
export interface GroupListQuery {
  readonly limit: number;
  readonly cursor?: string;
  /** Part of what the list shows. */
  readonly search?: string;
}

/** Which groups are wanted. */
export interface VisibilityGroupListQuery extends GroupListQuery {
  /** Those directly below this one. */
  readonly parentId?: string;
}
