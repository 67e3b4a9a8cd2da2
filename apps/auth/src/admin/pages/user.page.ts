import { Injectable } from '@nestjs/common';
import { isEmail, isLocale } from 'class-validator';
import { z } from 'zod';
import { ForcePasswordReset } from '../../modules/account/index.js';
import { ResetAuthenticators } from '../../modules/authenticator/index.js';
import { ExplainPermissions } from '../../modules/authorization/index.js';
import { AssignRole, RevokeRole } from '../../modules/rbac/index.js';
import { EndSessionAsAdministrator, EndUserSessions, GetSessionStory } from '../../modules/session/index.js';
import { AddTeamMembers, RemoveTeamMember } from '../../modules/team/index.js';
import { ChangeUserStatus, DeleteUser, UpdateUser } from '../../modules/user/index.js';
import { MoveMember } from '../../modules/visibility-group/index.js';
import { RequestContext } from '../../core/context/index.js';
import { tellStory } from '../../words/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { AccessChanges } from './access/access-changes.js';
import { reason } from './access/reason.js';
import { PanelImpersonation } from '../panel-impersonation.js';
import { handler } from './panel-handler.js';
import type { PanelHandler, PanelPage, PanelPageOptions } from './panel-page.types.js';
import { PeopleChoices } from './people-choices.js';
import { UserParts } from './user-parts.js';

/** Entries of a session's story and permissions shown at once. */
const STORY = 50;
const EXPLAINED = 60;

const id = z.uuid();
const text = (length: number) => z.string().max(length, 'faults.tooLong');
const profile = {
  email: text(254).refine((email) => isEmail(email.trim()), 'faults.email'),
  displayName: text(200),
  givenName: text(100),
  familyName: text(100),
  locale: text(35).refine((locale) => isLocale(locale), 'faults.locale'),
  attributes: z.record(z.string(), z.unknown()).optional(),
};

/** A user with all that belongs to them, and what may be done about it. */
@Injectable()
export class UserPage implements PanelPage {
  constructor(
    private readonly parts: UserParts,
    private readonly changes: AccessChanges,
    private readonly context: RequestContext,
    private readonly impersonation: PanelImpersonation,
    private readonly choices: PeopleChoices,
    private readonly explainPermissions: ExplainPermissions,
    private readonly getStory: GetSessionStory,
    private readonly updateUser: UpdateUser,
    private readonly changeStatus: ChangeUserStatus,
    private readonly forcePasswordReset: ForcePasswordReset,
    private readonly deleteUser: DeleteUser,
    private readonly resetAuthenticators: ResetAuthenticators,
    private readonly endSession: EndSessionAsAdministrator,
    private readonly endSessions: EndUserSessions,
    private readonly assignRole: AssignRole,
    private readonly revokeRole: RevokeRole,
    private readonly addTeamMembers: AddTeamMembers,
    private readonly removeTeamMember: RemoveTeamMember,
    private readonly moveMember: MoveMember,
  ) {}

  describe(): PanelPageOptions {
    const actions = { ...this.accountActions(), ...this.accessActions() };
    return {
      name: 'user',
      icon: 'User',
      permission: 'user:read',
      readings: {
        read: handler({
          input: { id },
          run: async ({ id: userId }, admin) => ({
            ...(await this.parts.read(userId, admin)),
            offers: offered(actions, admin),
          }),
        }),
        choices: handler({ run: (_, admin) => this.choices.execute(admin) }),
        permissions: handler({
          permission: 'authorization:explain',
          input: { id, search: text(129).default('') },
          run: ({ id: userId, search }) =>
            this.explainPermissions.execute(userId, { search, limit: EXPLAINED }),
        }),
        impersonation: handler({
          permission: 'user:impersonate',
          input: { id },
          run: ({ id: userId }, admin) => this.impersonation.outlook(userId, admin),
        }),
        story: handler({
          permission: 'session:read',
          input: { id, sessionId: id },
          run: ({ id: userId, sessionId }, admin) => this.story(userId, sessionId, admin),
        }),
      },
      actions,
    };
  }

  private async story(userId: string, sessionId: string, { language }: PanelAdmin) {
    const { items } = await this.getStory.execute(sessionId, { limit: STORY }, userId);
    return { items: items.map((entry) => ({ at: entry.at, text: tellStory(language, entry) })) };
  }

  private accountActions(): Record<string, PanelHandler> {
    return {
      save: handler({
        permission: 'user:update',
        input: { id, version: z.int(), ...profile },
        run: ({ id: userId, version, attributes, ...changes }) =>
          this.updateUser.execute(
            userId,
            { ...changes, ...(attributes !== undefined && { attributes }) },
            version,
          ),
      }),
      disable: handler({
        permission: 'user:update',
        input: { id },
        run: ({ id: userId }) => this.changeStatus.execute(userId, 'disabled'),
      }),
      enable: handler({
        permission: 'user:update',
        input: { id },
        run: ({ id: userId }) => this.changeStatus.execute(userId, 'active'),
      }),
      forceReset: handler({
        permission: 'user:set_password',
        input: { id },
        run: ({ id: userId }) => this.forcePasswordReset.execute(userId),
      }),
      resetFactors: handler({
        permission: 'authenticator:reset',
        input: { id },
        run: ({ id: userId }) => this.resetAuthenticators.execute(userId),
      }),
      endSession: handler({
        permission: 'session:end',
        input: { sessionId: id },
        run: ({ sessionId }) => this.endSession.execute(sessionId),
      }),
      endSessions: handler({
        permission: 'session:end',
        input: { id },
        run: async ({ id: userId }, { sessionId }) => ({
          // Who ends their own keeps the one in which they do it.
          count: await this.endSessions.execute(userId, 'ended_by_administrator', sessionId),
        }),
      }),
      close: handler({
        permission: 'user:delete',
        input: { id },
        run: ({ id: userId }) => this.deleteUser.execute(userId),
      }),
    };
  }

  private accessActions(): Record<string, PanelHandler> {
    return {
      preview: this.changes.preview(
        'assign_role',
        'revoke_role',
        'add_team_members',
        'remove_team_member',
        'move_visibility_group_members',
      ),
      giveRole: handler({
        permission: 'role:assign',
        input: { id, roleId: id, validUntil: z.coerce.date().nullable(), reason },
        run: ({ id: userId, roleId, validUntil, reason: why }) =>
          this.context.because(why, () => this.assignRole.execute(userId, roleId, { validUntil })),
      }),
      takeRole: handler({
        permission: 'role:assign',
        input: { id, roleId: id, reason },
        run: ({ id: userId, roleId, reason: why }) =>
          this.context.because(why, () => this.revokeRole.execute(userId, roleId)),
      }),
      addToTeam: handler({
        permission: 'team:assign',
        input: { id, teamId: id, reason },
        run: ({ id: userId, teamId, reason: why }) =>
          this.context.because(why, () => this.addTeamMembers.executeForOne(teamId, userId)),
      }),
      removeFromTeam: handler({
        permission: 'team:assign',
        input: { id, teamId: id, reason },
        run: ({ id: userId, teamId, reason: why }) =>
          this.context.because(why, () => this.removeTeamMember.execute(teamId, userId)),
      }),
      moveToGroup: handler({
        permission: 'visibility_group:assign',
        input: { id, groupId: id, reason },
        run: ({ id: userId, groupId, reason: why }) =>
          this.context.because(why, () => this.moveMember.execute(groupId, userId)),
      }),
    };
  }
}

const offered = (actions: Readonly<Record<string, PanelHandler>>, admin: PanelAdmin): string[] =>
  Object.entries(actions)
    .filter(([, { permission }]) => may(admin, permission))
    .map(([name]) => name);
