import { Injectable } from '@nestjs/common';
import {
  AddManager,
  ClearDefaultLevel,
  DeleteVisibilityGroup,
  MoveMembers,
  MoveVisibilityGroup,
  RemoveManager,
  RemoveMember,
  RestoreVisibilityGroup,
  SetDefaultLevel,
  UpdateVisibilityGroup,
} from '../../../visibility-group/index.js';
import { change, named, throwRefused } from './previewable-change.js';

/** Changes of visibility groups. What a group says of new items changes nobody's sight of those there are (rule V2). */
@Injectable()
export class GroupPreviews {
  readonly kinds;

  constructor(
    moveGroup: MoveVisibilityGroup,
    moveMembers: MoveMembers,
    removeMember: RemoveMember,
    addManager: AddManager,
    removeManager: RemoveManager,
    setDefault: SetDefaultLevel,
    clearDefault: ClearDefaultLevel,
    updateGroup: UpdateVisibilityGroup,
    deleteGroup: DeleteVisibilityGroup,
    restoreGroup: RestoreVisibilityGroup,
  ) {
    const assign = 'visibility_group:assign';
    this.kinds = {
      move_visibility_group: change(
        'visibility_group:update',
        ['groupId', 'parentId'],
        ({ groupId, parentId }) => moveGroup.execute(groupId, parentId),
      ),
      move_visibility_group_members: change(
        assign,
        ['groupId', 'userIds'],
        async ({ groupId, userIds, ...given }) =>
          throwRefused(await moveMembers.execute(groupId, userIds), given),
      ),
      remove_visibility_group_member: change(assign, ['groupId', 'userId'], ({ groupId, userId }) =>
        removeMember.execute(groupId, userId),
      ),
      add_visibility_group_manager: change(assign, ['groupId', 'userId'], ({ groupId, userId }) =>
        addManager.execute(groupId, userId),
      ),
      remove_visibility_group_manager: change(assign, ['groupId', 'userId'], ({ groupId, userId }) =>
        removeManager.execute(groupId, userId),
      ),
      set_visibility_group_default: change(
        'visibility_group:update',
        ['groupId', 'type', 'level'],
        async ({ groupId, type, level }) => {
          if (level === null) await clearDefault.execute(groupId, type);
          else await setDefault.execute(groupId, type, level);
        },
      ),
      update_visibility_group: change(
        'visibility_group:update',
        ['groupId'],
        ({ groupId, version, ...changes }) => updateGroup.execute(groupId, named(changes), version),
      ),
      delete_visibility_group: change(
        'visibility_group:delete',
        ['groupId'],
        ({ groupId, version, ...successors }) => deleteGroup.execute(groupId, successors, version),
      ),
      restore_visibility_group: change('visibility_group:create', ['groupId'], ({ groupId }) =>
        restoreGroup.execute(groupId),
      ),
    };
  }
}
