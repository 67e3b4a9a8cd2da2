import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { ListRoles, ListTeamRoles } from '../../../modules/rbac/index.js';
import { GetTeam, ListTeamMembers } from '../../../modules/team/index.js';
import { may, type PanelAdmin } from '../../adminjs/panel-admin.js';
import { allItems } from '../../resources/all-items.js';
import { handler } from '../panel-handler.js';
import type { PanelPage, PanelPageOptions } from '../panel-page.types.js';
import { AccessChanges } from './access-changes.js';
import { ChangeHistory } from './change-history.js';
import { PeopleFinder } from './people-finder.js';

const PEOPLE = 50;
const id = z.uuid();

/** A team: who is in it, who manages it, and which roles it carries. */
@Injectable()
export class TeamPage implements PanelPage {
  constructor(
    private readonly changes: AccessChanges,
    private readonly history: ChangeHistory,
    private readonly people: PeopleFinder,
    private readonly getTeam: GetTeam,
    private readonly listMembers: ListTeamMembers,
    private readonly listTeamRoles: ListTeamRoles,
    private readonly listRoles: ListRoles,
  ) {}

  describe(): PanelPageOptions {
    return {
      name: 'team',
      icon: 'Users',
      permission: 'team:read',
      readings: {
        read: handler({ input: { id }, run: (asked, admin) => this.read(asked.id, admin) }),
        members: handler({
          input: { id, cursor: z.string().max(1000).optional() },
          run: ({ id: teamId, cursor }) =>
            this.listMembers.execute(teamId, { limit: PEOPLE, ...(cursor !== undefined && { cursor }) }),
        }),
        people: this.people.reading(),
        history: this.history.reading('team'),
      },
      actions: {
        ...this.history.actions(),
        ...this.changes.actions(
          'add_team_members',
          'remove_team_member',
          'add_team_manager',
          'remove_team_manager',
          'assign_role_to_team',
          'revoke_role_from_team',
          'update_team',
          'delete_team',
        ),
      },
    };
  }

  private async read(teamId: string, admin: PanelAdmin) {
    const seesRoles = may(admin, 'role:read');
    const [team, members, carried, roles] = await Promise.all([
      this.getTeam.execute(teamId),
      this.listMembers.execute(teamId, { limit: PEOPLE }),
      seesRoles ? allItems((query) => this.listTeamRoles.execute(teamId, query)) : null,
      seesRoles ? allItems((query) => this.listRoles.execute(query)) : [],
    ]);
    return {
      team,
      members,
      carried,
      roles: roles.map(({ id: roleId, name }) => ({ id: roleId, name })),
      may: {
        update: may(admin, 'team:update'),
        remove: may(admin, 'team:delete'),
        assign: may(admin, 'team:assign') && may(admin, 'user:read'),
        assignRoles: may(admin, 'role:assign'),
        seeHistory: may(admin, 'audit:read'),
      },
    };
  }
}
