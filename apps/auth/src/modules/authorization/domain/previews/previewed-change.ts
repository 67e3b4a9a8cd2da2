/** A change that can be tried out, by the name of what it does. */
export const previewedChangeKinds = [
  'set_role_permissions',
  'set_role_parents',
  'set_role_second_factor',
  'update_role',
  'delete_role',
  'assign_role',
  'revoke_role',
  'grant_permission',
  'revoke_permission',
  'assign_role_to_team',
  'revoke_role_from_team',
  'add_team_members',
  'remove_team_member',
  'remove_team_members',
  'add_team_manager',
  'remove_team_manager',
  'update_team',
  'delete_team',
  'move_visibility_group',
  'move_visibility_group_members',
  'remove_visibility_group_member',
  'add_visibility_group_manager',
  'remove_visibility_group_manager',
  'set_visibility_group_default',
  'update_visibility_group',
  'delete_visibility_group',
] as const;
export type PreviewedChangeKind = (typeof previewedChangeKinds)[number];

/** A change that only taking back a deletion makes. */
export type RestoringChangeKind = 'restore_role' | 'restore_team' | 'restore_visibility_group';

/** What is to be tried out. Which of the fields are needed follows from the kind. */
export interface PreviewedChange {
  readonly change: PreviewedChangeKind | RestoringChangeKind;
  readonly roleId?: string;
  readonly teamId?: string;
  readonly groupId?: string;
  readonly userId?: string;
  readonly userIds?: readonly string[];
  /** What is refused for one of many users leaves the others. */
  readonly isPartial?: boolean;
  readonly permission?: string;
  readonly permissions?: readonly string[];
  readonly parentIds?: readonly string[];
  /** Of a group: null for the top. */
  readonly parentId?: string | null;
  readonly teamScoped?: boolean;
  /** Whether a second factor is wanted. */
  readonly required?: boolean;
  readonly validFrom?: Date;
  readonly validUntil?: Date | null;
  /** Of items, by the key of their resource. */
  readonly type?: string;
  /** How widely new items are seen; null: as the groups above say. */
  readonly level?: number | null;
  /** Of a role, a team or a group. */
  readonly name?: string;
  readonly description?: string;
  readonly transferTo?: string;
  readonly reparentTo?: string;
  /** Of the role or group that was looked at; undefined: whatever it is. */
  readonly version?: number;
}
