import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { IMPERSONATE } from '../../core/access/index.js';
import { type AuditEvent, ListSubjectHistory } from '../../modules/audit/index.js';
import { ListAuthenticators } from '../../modules/authenticator/index.js';
import { ListIdentities } from '../../modules/federation/index.js';
import { ListUserRoles } from '../../modules/rbac/index.js';
import { ListSessions } from '../../modules/session/index.js';
import { ListTeamsOfUser } from '../../modules/team/index.js';
import { FindEmails, GetUser, HasPassword } from '../../modules/user/index.js';
import { GetGroupOfUser } from '../../modules/visibility-group/index.js';
import { deviceIn } from '../../words/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';
import { allItems } from '../resources/all-items.js';

/** Sessions and audit entries that are shown; their own lists have the rest. */
const NEWEST = 10;

/** All that is known of a user, each part for whoever may see it; the others are null. */
@Injectable()
export class UserParts {
  constructor(
    private readonly getUser: GetUser,
    private readonly findEmails: FindEmails,
    private readonly hasPassword: HasPassword,
    private readonly listUserRoles: ListUserRoles,
    private readonly listTeams: ListTeamsOfUser,
    private readonly getGroup: GetGroupOfUser,
    private readonly listAuthenticators: ListAuthenticators,
    private readonly listIdentities: ListIdentities,
    private readonly listSessions: ListSessions,
    private readonly listHistory: ListSubjectHistory,
  ) {}

  /** @throws AppError `not_found` */
  async read(id: string, admin: PanelAdmin): Promise<object> {
    const user = await this.getUser.execute(id);
    const part = async <T>(permission: PermissionName, read: () => Promise<T>): Promise<T | null> =>
      may(admin, permission) ? read() : null;
    const [roles, teams, group, waysIn, sessions, events] = await Promise.all([
      part('role:read', () => allItems((query) => this.listUserRoles.execute(id, query))),
      part('team:read', () => allItems((query) => this.listTeams.execute(id, query))),
      part('visibility_group:read', () => this.getGroup.execute(id)),
      part('authenticator:read', () => this.waysIn(id)),
      part('session:read', () => this.listSessions.execute({ limit: NEWEST, userId: id })),
      part('audit:read', () =>
        this.listHistory.execute({ subjectType: 'user', subjectId: id }, { limit: NEWEST }),
      ),
    ]);
    return {
      user,
      isOneself: id === admin.id,
      explains: may(admin, 'authorization:explain'),
      impersonates: may(admin, IMPERSONATE) && admin.impersonator === undefined,
      roles,
      teams,
      group,
      waysIn,
      sessions:
        sessions?.items.map((session) => ({
          ...session,
          device: deviceIn(admin.language, session.device),
        })) ?? null,
      events: events && (await this.withNames(events.items)),
    };
  }

  /** Both names of who acted: the person's, and that of who acted for them. */
  private async withNames(events: readonly AuditEvent[]): Promise<object[]> {
    const ids = events.flatMap(({ actorId, impersonatorId }) => [actorId, impersonatorId]);
    const emails = await this.findEmails.execute([...new Set(ids.filter((id) => id !== null))]);
    const nameOf = (id: string | null) => (id === null ? null : (emails.get(id) ?? null));
    return events.map(({ before: _, after: __, ...event }) => ({
      ...event,
      actor: nameOf(event.actorId),
      impersonator: nameOf(event.impersonatorId),
    }));
  }

  private async waysIn(id: string): Promise<object> {
    const [hasPassword, factors, identities] = await Promise.all([
      this.hasPassword.execute(id),
      this.listAuthenticators.execute(id),
      this.listIdentities.execute(id),
    ]);
    return { hasPassword, ...factors, identities };
  }
}
