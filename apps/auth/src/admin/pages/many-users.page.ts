import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AppError, refusedRow, type RowResult } from '../../core/errors/index.js';
import { AssignRoleToUsers, RevokeRoleFromUsers } from '../../modules/rbac/index.js';
import { AddTeamMembers } from '../../modules/team/index.js';
import { ChangeUserStatus, ListUsers, userStatuses } from '../../modules/user/index.js';
import { MoveMembers } from '../../modules/visibility-group/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { translateFault } from '../../words/index.js';
import { handler } from './panel-handler.js';
import type { PanelHandler, PanelPage, PanelPageOptions } from './panel-page.types.js';
import { PeopleChoices } from './people-choices.js';

/** Users of one request: the page sends its rows in such parts, and shows how far it is. */
const PART = 25;
const LISTED = 50;

const userIds = z.array(z.uuid()).min(1).max(PART);
const target = { targetId: z.uuid(), userIds };

/** Changes many users at once, with a result for each. */
@Injectable()
export class ManyUsersPage implements PanelPage {
  constructor(
    private readonly listUsers: ListUsers,
    private readonly choices: PeopleChoices,
    private readonly assignRole: AssignRoleToUsers,
    private readonly revokeRole: RevokeRoleFromUsers,
    private readonly addTeamMembers: AddTeamMembers,
    private readonly moveMembers: MoveMembers,
    private readonly changeStatus: ChangeUserStatus,
  ) {}

  describe(): PanelPageOptions {
    const actions = this.actions();
    return {
      name: 'many-users',
      icon: 'CheckSquare',
      permission: 'user:read',
      readings: {
        list: handler({
          input: {
            search: z.string().max(200, 'faults.tooLong').default(''),
            status: z.enum(userStatuses).optional(),
            cursor: z.string().max(1000).optional(),
          },
          run: ({ search, status, cursor }) =>
            this.listUsers.execute({
              limit: LISTED,
              ...(search !== '' && { search }),
              ...(status !== undefined && { status }),
              ...(cursor !== undefined && { cursor }),
            }),
        }),
        choices: handler({
          run: async (_, admin) => ({
            ...(await this.choices.execute(admin)),
            offers: Object.keys(actions).filter((name) => may(admin, actions[name]?.permission)),
          }),
        }),
      },
      actions,
    };
  }

  private actions(): Record<string, PanelHandler> {
    return {
      giveRole: handler({
        permission: 'role:assign',
        input: { ...target, validUntil: z.coerce.date().nullable().default(null) },
        run: async ({ targetId, userIds: ids, validUntil }, admin) =>
          said(await this.assignRole.execute(targetId, ids, { validUntil }), admin),
      }),
      takeRole: handler({
        permission: 'role:assign',
        input: target,
        run: async ({ targetId, userIds: ids }, admin) =>
          said(await this.revokeRole.execute(targetId, ids), admin),
      }),
      addToTeam: handler({
        permission: 'team:assign',
        input: target,
        run: async ({ targetId, userIds: ids }, admin) =>
          said(await this.addTeamMembers.execute(targetId, ids), admin),
      }),
      moveToGroup: handler({
        permission: 'visibility_group:assign',
        input: target,
        run: async ({ targetId, userIds: ids }, admin) =>
          said(await this.moveMembers.execute(targetId, ids), admin),
      }),
      disable: handler({
        permission: 'user:update',
        input: { userIds },
        run: async ({ userIds: ids }, admin) => {
          const results: RowResult[] = [];
          for (const id of ids) results.push(await this.disable(id, admin));
          return said(results, admin);
        },
      }),
    };
  }

  /** Nobody who disables a whole list wants to lock themselves out. */
  private async disable(userId: string, admin: PanelAdmin): Promise<RowResult> {
    try {
      if (userId === admin.id) throw new AppError('conflict', { detail: 'This is your own account.' });
      await this.changeStatus.execute(userId, 'disabled');
      return { userId, done: true };
    } catch (error) {
      if (error instanceof AppError) return refusedRow(userId, error);
      throw error;
    }
  }
}

/** The results, with what was refused in the person's language. */
const said = (results: readonly RowResult[], { language }: PanelAdmin) => ({
  results: results.map(({ userId, done, error }) => ({
    userId,
    done,
    ...(error && { problem: translateFault(language, error.detail, error.code) }),
  })),
});
