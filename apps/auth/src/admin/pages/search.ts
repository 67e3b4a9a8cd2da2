import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { PermissionName } from '@auth-service/authorization';
import { AppError } from '../../core/errors/index.js';
import { ListPermissions, ListRoles } from '../../modules/rbac/index.js';
import { GetSession, ListSessions, type SessionView } from '../../modules/session/index.js';
import { ListTeams } from '../../modules/team/index.js';
import { ListUsers } from '../../modules/user/index.js';
import { ListVisibilityGroups } from '../../modules/visibility-group/index.js';
import { describedIn, deviceIn } from '../../words/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';

/** Something that was found, and where it is shown. */
export interface Found {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly href: string;
}

/** What was found of a kind; the kinds are resources of the panel, whose words they have. */
export interface FoundKind {
  readonly kind: string;
  readonly items: readonly Found[];
}

interface Source {
  readonly kind: string;
  readonly permission: PermissionName;
  readonly find: (text: string) => Promise<readonly Omit<Found, 'href'>[]>;
}

/** Of each kind. */
const LIMIT = 5;

/** Finds people, rights and sessions by a part of their names, as far as somebody may read their lists. */
@Injectable()
export class Search {
  private readonly sources: readonly Source[];

  constructor(
    users: ListUsers,
    roles: ListRoles,
    teams: ListTeams,
    groups: ListVisibilityGroups,
    permissions: ListPermissions,
    private readonly sessions: ListSessions,
    private readonly getSession: GetSession,
  ) {
    const query = (search: string) => ({ search, limit: LIMIT });
    this.sources = [
      {
        kind: 'users',
        permission: 'user:read',
        find: async (text) =>
          (await users.execute({ ...query(text), sort: 'email' })).items.map(
            ({ id, email, displayName }) => ({
              id,
              label: email,
              hint: displayName,
            }),
          ),
      },
      {
        kind: 'roles',
        permission: 'role:read',
        find: async (text) => named(await roles.execute(query(text))),
      },
      {
        kind: 'teams',
        permission: 'team:read',
        find: async (text) => named(await teams.execute(query(text))),
      },
      {
        kind: 'groups',
        permission: 'visibility_group:read',
        find: async (text) => named(await groups.execute(query(text))),
      },
      {
        kind: 'permissions',
        permission: 'permission:read',
        find: async (text) => named(await permissions.execute(query(text))),
      },
      {
        kind: 'sessions',
        permission: 'session:read',
        find: async (text) => (isUUID(text) ? this.findSessions(text) : []),
      },
    ];
  }

  /** The kinds that somebody may not read, in which nothing is searched. */
  closedTo(admin: PanelAdmin): string[] {
    return this.sources.filter(({ permission }) => !may(admin, permission)).map(({ kind }) => kind);
  }

  async execute(text: string, admin: PanelAdmin): Promise<FoundKind[]> {
    const open = this.sources.filter(({ permission }) => may(admin, permission));
    const found = await Promise.all(
      open.map(async ({ kind, find }) => ({
        kind,
        items: (await find(text)).map((item) => ({
          ...item,
          hint: hintIn(admin.language, kind, item),
          href: hrefOf(kind, item.id),
        })),
      })),
    );
    return found.filter(({ items }) => items.length > 0);
  }

  /** By the id of the session itself, or of the user whose they are. */
  private async findSessions(id: string): Promise<Omit<Found, 'href'>[]> {
    const own = await this.getSession.execute(id).catch(unlessMissing);
    const { items } = await this.sessions.execute({ userId: id, limit: LIMIT });
    return [...(own === null ? [] : [own]), ...items].map(sessionFound);
  }
}

/** Groups have no list: the tree is theirs. */
const hrefOf = (kind: string, id: string): string =>
  kind === 'groups' ? `/pages/visibility?id=${id}` : `/resources/${kind}/records/${id}/show`;

/** What is built in, and a device, have words in each language. */
function hintIn(language: string, kind: string, { label, hint = '' }: Omit<Found, 'href'>): string {
  if (kind === 'roles' || kind === 'permissions') return describedIn(language, kind, label, hint);
  return kind === 'sessions' ? deviceIn(language, hint) : hint;
}

const unlessMissing = (error: unknown): null => {
  if (error instanceof AppError && error.code === 'not_found') return null;
  throw error;
};

const sessionFound = ({ id, userEmail, device }: SessionView) => ({ id, label: userEmail, hint: device });

const named = ({
  items,
}: {
  readonly items: readonly { readonly id: string; readonly name: string; readonly description?: string }[];
}) => items.map(({ id, name, description = '' }) => ({ id, label: name, hint: description }));
