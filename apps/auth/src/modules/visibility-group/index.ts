/**
 * Owns the tree of visibility groups, their members and managers, and their defaults for new items. Owns neither the
 * items, which other services keep, nor the rules of who sees them, which the authorisation library has.
 */
export { VisibilityGroupModule } from './visibility-group.module.js';
export { VisibilityGroup } from './domain/visibility-group.entity.js';
export { VisibilityGroupManager } from './domain/visibility-group-manager.entity.js';
export { VisibilityGroupMember } from './domain/visibility-group-member.entity.js';
export { VisibilityGroupDefault } from './domain/visibility-group-default.entity.js';
export type {
  DefaultLevelView,
  EffectiveDefaultView,
  GroupListQuery,
  GroupMemberView,
  GroupPersonView,
  UserGroupView,
  VisibilityGroupNode,
  VisibilityGroupView,
} from './domain/visibility-group.view.js';
export { CreateVisibilityGroup } from './domain/commands/create-visibility-group.js';
export { UpdateVisibilityGroup } from './domain/commands/update-visibility-group.js';
export { MoveVisibilityGroup } from './domain/commands/move-visibility-group.js';
export { DeleteVisibilityGroup } from './domain/commands/delete-visibility-group.js';
export { RestoreVisibilityGroup } from './domain/commands/restore-visibility-group.js';
export { MoveMember } from './domain/commands/move-member.js';
export { MoveMembers } from './domain/commands/move-members.js';
export { RemoveMember } from './domain/commands/remove-member.js';
export { AddManager } from './domain/commands/add-manager.js';
export { RemoveManager } from './domain/commands/remove-manager.js';
export { SetDefaultLevel } from './domain/commands/set-default-level.js';
export { ClearDefaultLevel } from './domain/commands/clear-default-level.js';
export { ListVisibilityGroups } from './domain/queries/list-visibility-groups.js';
export { GetVisibilityGroupTree } from './domain/queries/get-visibility-group-tree.js';
export { GetVisibilityGroup } from './domain/queries/get-visibility-group.js';
export { ListMembers } from './domain/queries/list-members.js';
export { ListManagers } from './domain/queries/list-managers.js';
export { ListDefaultLevels } from './domain/queries/list-default-levels.js';
export { FindEffectiveDefault } from './domain/queries/find-effective-default.js';
export { GetGroupOfUser } from './domain/queries/get-group-of-user.js';
