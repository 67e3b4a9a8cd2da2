import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { z } from 'zod';
import { RequestContext } from '../../core/context/index.js';
import { AppError, refusedRow, type RowResult } from '../../core/errors/index.js';
import { AssignRoleToUsers, RevokeRoleFromUsers } from '../../modules/rbac/index.js';
import { AddTeamMembers } from '../../modules/team/index.js';
import { ChangeUserStatus, ListUsers, userStatuses } from '../../modules/user/index.js';
import { MoveMembers } from '../../modules/visibility-group/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { translateFault } from '../../words/index.js';
import { AccessChanges } from './access/access-changes.js';
import { reason } from './access/reason.js';
import { handler } from './panel-handler.js';
import type { PanelHandler, PanelPage, PanelPageOptions } from './panel-page.types.js';
import { PeopleChoices } from './people-choices.js';

/** Users of one request: the page sends its rows in such parts, and shows how far it is. */
const PART = 25;
const LISTED = 50;

const userIds = z.array(z.uuid()).min(1).max(PART);

/** Changes many users at once, with a result for each. */
@Injectable()
export class ManyUsersPage implements PanelPage {
  constructor(
    private readonly listUsers: ListUsers,
    private readonly choices: PeopleChoices,
    private readonly changes: AccessChanges,
    private readonly context: RequestContext,
    private readonly assignRole: AssignRoleToUsers,
    private readonly revokeRole: RevokeRoleFromUsers,
    private readonly addTeamMembers: AddTeamMembers,
    private readonly moveMembers: MoveMembers,
    private readonly changeStatus: ChangeUserStatus,
  ) {}

  describe(): PanelPageOptions {
    const changes = this.bulkChanges();
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
            offers: Object.keys(changes).filter((name) => may(admin, changes[name]?.permission)),
          }),
        }),
      },
      actions: {
        ...changes,
        preview: this.changes.preview(
          'assign_role',
          'revoke_role',
          'add_team_members',
          'move_visibility_group_members',
        ),
      },
    };
  }

  private bulkChanges(): Record<string, PanelHandler> {
    return {
      giveRole: this.bulk('role:assign', (roleId, ids) => this.assignRole.execute(roleId, ids, {})),
      takeRole: this.bulk('role:assign', (roleId, ids) => this.revokeRole.execute(roleId, ids)),
      addToTeam: this.bulk('team:assign', (teamId, ids) => this.addTeamMembers.execute(teamId, ids)),
      moveToGroup: this.bulk('visibility_group:assign', (groupId, ids) =>
        this.moveMembers.execute(groupId, ids),
      ),
      disable: handler({
        permission: 'user:update',
        input: { userIds, reason },
        run: ({ userIds: ids, reason: why }, admin) =>
          this.context.because(why, async () => {
            const results: RowResult[] = [];
            for (const id of ids) results.push(await this.disable(id, admin));
            return said(results, admin);
          }),
      }),
    };
  }

  /** A change that gives, takes or moves something: the target. */
  private bulk(
    permission: PermissionName,
    run: (targetId: string, userIds: readonly string[]) => Promise<readonly RowResult[]>,
  ): PanelHandler {
    return handler({
      permission,
      input: { targetId: z.uuid(), userIds, reason },
      run: ({ targetId, userIds: ids, reason: why }, admin) =>
        this.context.because(why, async () => said(await run(targetId, ids), admin)),
    });
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
