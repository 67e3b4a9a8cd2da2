import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { DefaultLevelController } from './api/default-level.controller.js';
import { GroupManagerController } from './api/group-manager.controller.js';
import { GroupMemberController } from './api/group-member.controller.js';
import { UserVisibilityGroupController } from './api/user-visibility-group.controller.js';
import { VisibilityGroupController } from './api/visibility-group.controller.js';
import { CreateVisibilityGroup } from './domain/commands/create-visibility-group.js';
import { UpdateVisibilityGroup } from './domain/commands/update-visibility-group.js';
import { MoveVisibilityGroup } from './domain/commands/move-visibility-group.js';
import { DeleteVisibilityGroup } from './domain/commands/delete-visibility-group.js';
import { RestoreVisibilityGroup } from './domain/commands/restore-visibility-group.js';
import { MoveMember } from './domain/commands/move-member.js';
import { MoveMembers } from './domain/commands/move-members.js';
import { RemoveMember } from './domain/commands/remove-member.js';
import { AddManager } from './domain/commands/add-manager.js';
import { RemoveManager } from './domain/commands/remove-manager.js';
import { SetDefaultLevel } from './domain/commands/set-default-level.js';
import { ClearDefaultLevel } from './domain/commands/clear-default-level.js';
import { ListVisibilityGroups } from './domain/queries/list-visibility-groups.js';
import { GetVisibilityGroupTree } from './domain/queries/get-visibility-group-tree.js';
import { GetVisibilityGroup } from './domain/queries/get-visibility-group.js';
import { ListMembers } from './domain/queries/list-members.js';
import { ListManagers } from './domain/queries/list-managers.js';
import { ListDefaultLevels } from './domain/queries/list-default-levels.js';
import { FindEffectiveDefault } from './domain/queries/find-effective-default.js';
import { GetGroupOfUser } from './domain/queries/get-group-of-user.js';
import { DefaultLevelRepository } from './domain/default-level.repository.js';
import { GroupManagerRepository } from './domain/group-manager.repository.js';
import { GroupMemberRepository } from './domain/group-member.repository.js';
import { OwnSight } from './domain/own-sight.js';
import { VisibilityGroupRepository } from './domain/visibility-group.repository.js';

const doors = [
  CreateVisibilityGroup,
  UpdateVisibilityGroup,
  MoveVisibilityGroup,
  DeleteVisibilityGroup,
  RestoreVisibilityGroup,
  MoveMember,
  MoveMembers,
  RemoveMember,
  AddManager,
  RemoveManager,
  SetDefaultLevel,
  ClearDefaultLevel,
  ListVisibilityGroups,
  GetVisibilityGroupTree,
  GetVisibilityGroup,
  ListMembers,
  ListManagers,
  ListDefaultLevels,
  FindEffectiveDefault,
  GetGroupOfUser,
];

/**
 * Owns the tree of visibility groups, who is in which, who manages which, and what they say of new items. Who sees an
 * item follows from it by the rules of the library; the items themselves belong to the services that keep them.
 */
@Module({
  controllers: [
    VisibilityGroupController,
    GroupMemberController,
    GroupManagerController,
    DefaultLevelController,
    UserVisibilityGroupController,
  ],
  providers: [
    VisibilityGroupRepository,
    GroupMemberRepository,
    GroupManagerRepository,
    DefaultLevelRepository,
    OwnSight,
    ...doors,
  ],
  exports: doors,
})
export class VisibilityGroupModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare({
      key: 'visibility_group',
      description: 'Visibility groups',
      actions: {
        read: 'See visibility groups',
        create: 'Make visibility groups',
        update: 'Change and move visibility groups, and what they say of new items',
        delete: 'Delete visibility groups',
        assign: 'Put users into visibility groups and make them managers',
      },
    });
  }
}
