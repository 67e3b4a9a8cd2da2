import { Injectable } from '@nestjs/common';
import { visibilityLevels } from '@auth-service/authorization';
import { z } from 'zod';
import { ListSeenGroups } from '../../../modules/authorization/index.js';
import { ListResources } from '../../../modules/rbac/index.js';
import {
  CreateVisibilityGroup,
  GetVisibilityGroup,
  GetVisibilityGroupTree,
  ListDefaultLevels,
  ListManagers,
  ListMembers,
} from '../../../modules/visibility-group/index.js';
import { FindEmails } from '../../../modules/user/index.js';
import { may, type PanelAdmin } from '../../adminjs/panel-admin.js';
import { allItems } from '../../resources/all-items.js';
import { handler } from '../panel-handler.js';
import type { PanelPage, PanelPageOptions } from '../panel-page.types.js';
import { AccessChanges } from './access-changes.js';
import { ChangeHistory } from './change-history.js';
import { PeopleFinder } from './people-finder.js';

const PEOPLE = 50;
const id = z.uuid();
const name = z.string().trim().min(1, 'faults.required').max(100);
const description = z.string().trim().max(1000).default('');

/** The tree of visibility groups, and one of them beside it. */
@Injectable()
export class VisibilityPage implements PanelPage {
  constructor(
    private readonly changes: AccessChanges,
    private readonly history: ChangeHistory,
    private readonly people: PeopleFinder,
    private readonly listSeenGroups: ListSeenGroups,
    private readonly findEmails: FindEmails,
    private readonly getTree: GetVisibilityGroupTree,
    private readonly getGroup: GetVisibilityGroup,
    private readonly listMembers: ListMembers,
    private readonly listManagers: ListManagers,
    private readonly listDefaults: ListDefaultLevels,
    private readonly listResources: ListResources,
    private readonly createGroup: CreateVisibilityGroup,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'visibility',
      icon: 'Eye',
      section: 'access',
      permission: 'visibility_group:read',
      readings: {
        tree: handler({ run: (_, admin) => this.tree(admin) }),
        group: handler({ input: { id }, run: (asked) => this.group(asked.id) }),
        members: handler({
          input: { id, cursor: z.string().max(1000).optional() },
          run: ({ id: groupId, cursor }) =>
            this.listMembers.execute(groupId, { limit: PEOPLE, ...(cursor !== undefined && { cursor }) }),
        }),
        people: this.people.reading(),
        history: this.history.reading('visibility_group'),
        seen: handler({
          permission: 'authorization:explain',
          input: { userId: id },
          run: ({ userId }, admin) => this.seen(userId, admin),
        }),
      },
      actions: {
        create: handler({
          permission: 'visibility_group:create',
          input: { name, description, parentId: id.optional() },
          run: ({ parentId, ...group }) =>
            this.createGroup.execute({ ...group, ...(parentId !== undefined && { parentId }) }),
        }),
        ...this.history.actions(),
        ...this.changes.actions(
          'move_visibility_group',
          'move_visibility_group_members',
          'remove_visibility_group_member',
          'add_visibility_group_manager',
          'remove_visibility_group_manager',
          'set_visibility_group_default',
          'update_visibility_group',
          'delete_visibility_group',
        ),
      },
    };
  }

  private async tree(admin: PanelAdmin) {
    const [groups, resources] = await Promise.all([
      this.getTree.execute(),
      may(admin, 'resource:read') ? allItems((query) => this.listResources.execute(query)) : [],
    ]);
    return {
      groups,
      types: resources.map(({ key }) => key),
      levels: Object.values(visibilityLevels),
      may: {
        create: may(admin, 'visibility_group:create'),
        update: may(admin, 'visibility_group:update'),
        remove: may(admin, 'visibility_group:delete'),
        seeAs: may(admin, 'authorization:explain') && may(admin, 'user:read'),
        assign: may(admin, 'visibility_group:assign') && may(admin, 'user:read'),
        seeTypes: may(admin, 'resource:read'),
        seeHistory: may(admin, 'audit:read'),
      },
    };
  }

  /** What counts for somebody, without being them. */
  private async seen(userId: string, admin: PanelAdmin) {
    const emails = await this.findEmails.execute(may(admin, 'user:read') ? [userId] : []);
    return { ...(await this.listSeenGroups.execute(userId)), email: emails.get(userId) ?? '' };
  }

  private async group(groupId: string) {
    const [group, members, managers, defaults] = await Promise.all([
      this.getGroup.execute(groupId),
      this.listMembers.execute(groupId, { limit: PEOPLE }),
      allItems((query) => this.listManagers.execute(groupId, query)),
      allItems((query) => this.listDefaults.execute(groupId, query)),
    ]);
    return { group, members, managers, defaults };
  }
}
