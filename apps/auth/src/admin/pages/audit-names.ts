import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { AppError } from '../../core/errors/index.js';
import type { AuditEvent } from '../../modules/audit/index.js';
import { GetPermission, GetResource, GetRole } from '../../modules/rbac/index.js';
import { GetTeam } from '../../modules/team/index.js';
import { FindEmails } from '../../modules/user/index.js';
import { GetVisibilityGroup } from '../../modules/visibility-group/index.js';
import { may, type PanelAdmin } from '../adminjs/panel-admin.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** So many names are looked up for one page; the rest stay ids. */
const LIMIT = 100;

/** What the fields of a state refer to, beside people. */
const KINDS: Readonly<Record<string, string>> = {
  roleId: 'role',
  parents: 'role',
  parentIds: 'role',
  teamId: 'team',
  groupId: 'visibility_group',
  parentId: 'visibility_group',
  childIds: 'visibility_group',
};

interface Lookup {
  readonly permission: PermissionName;
  readonly find: (id: string) => Promise<string>;
}

/** The names of what events tell of by ids, as far as one may see them. */
@Injectable()
export class AuditNames {
  private readonly lookups: Readonly<Record<string, Lookup>>;

  constructor(
    private readonly findEmails: FindEmails,
    getRole: GetRole,
    getTeam: GetTeam,
    getGroup: GetVisibilityGroup,
    getPermission: GetPermission,
    getResource: GetResource,
  ) {
    this.lookups = {
      role: { permission: 'role:read', find: async (id) => (await getRole.execute(id)).name },
      team: { permission: 'team:read', find: async (id) => (await getTeam.execute(id)).name },
      visibility_group: {
        permission: 'visibility_group:read',
        find: async (id) => (await getGroup.execute(id)).name,
      },
      permission: {
        permission: 'permission:read',
        find: async (id) => (await getPermission.execute(id)).name,
      },
      resource: { permission: 'resource:read', find: async (id) => (await getResource.execute(id)).key },
    };
  }

  /** @returns names by id; a person's is their address */
  async of(
    events: readonly AuditEvent[],
    admin: PanelAdmin,
    people: readonly string[] = [],
  ): Promise<Record<string, string>> {
    const ids = new Set<string>(people);
    const kinds = new Map<string, string>();
    for (const event of events) {
      const { actorId, impersonatorId, subjectId, subjectType } = event;
      for (const id of [actorId, impersonatorId, subjectId]) if (id !== null) ids.add(id);
      if (subjectId !== null && ID.test(subjectId)) kinds.set(subjectId, subjectType);
      collect([event.before, event.after], '', ids, kinds);
    }
    const [emails, names] = await Promise.all([
      this.emails(
        [...ids].filter((id) => ID.test(id)),
        admin,
      ),
      Promise.all([...kinds].slice(0, LIMIT).map(([id, kind]) => this.nameOf(id, kind, admin))),
    ]);
    return Object.fromEntries([...emails, ...names.filter((entry) => entry !== null)]);
  }

  private async emails(ids: readonly string[], admin: PanelAdmin): Promise<ReadonlyMap<string, string>> {
    return ids.length > 0 && may(admin, 'user:read') ? this.findEmails.execute(ids) : new Map();
  }

  private async nameOf(id: string, kind: string, admin: PanelAdmin): Promise<[string, string] | null> {
    const lookup = Object.hasOwn(this.lookups, kind) ? this.lookups[kind] : undefined;
    if (lookup === undefined || !may(admin, lookup.permission)) return null;
    try {
      return [id, await lookup.find(id)];
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return null;
      throw error;
    }
  }
}

/** Finds the ids in a state, and what they are ids of where their field tells it. */
function collect(value: unknown, field: string, ids: Set<string>, kinds: Map<string, string>): void {
  if (typeof value === 'string') {
    if (!ID.test(value)) return;
    ids.add(value);
    const kind = Object.hasOwn(KINDS, field) ? KINDS[field] : undefined;
    if (kind !== undefined) kinds.set(value, kind);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, field, ids, kinds);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) collect(item, key, ids, kinds);
  }
}
