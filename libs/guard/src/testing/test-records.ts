import type {
  AuthorizationStructure,
  GroupRecord,
  PermissionName,
  RoleRecord,
  SubjectRecord,
  TeamRecord,
} from '@auth-service/authorization';
import { randomUUID } from 'node:crypto';

/** A role of the organisation. */
export interface TestRole {
  readonly id: string;
  readonly name: string;
}

/** A team of the organisation. */
export interface TestTeam {
  readonly id: string;
  readonly name: string;
}

/** A visibility group of the organisation. */
export interface TestGroup {
  readonly id: string;
  readonly name: string;
  /** What stands in the column `vg` of items. */
  readonly number: number;
}

/** Somebody in the organisation. */
export interface TestUser {
  readonly id: string;
  readonly name: string;
}

/** What a user has. */
export interface TestUserOptions {
  readonly permissions?: readonly PermissionName[];
  readonly roles?: readonly TestRole[];
  readonly teams?: readonly TestTeam[];
  /** The default group when nothing is said. */
  readonly group?: TestGroup;
  /** Groups that they manage. */
  readonly manages?: readonly TestGroup[];
}

const ALWAYS = { validFrom: 0, validUntil: null };

/** What the organisation consists of, as the auth service would have it. */
export class TestRecords {
  readonly permissions = new Set<PermissionName>();
  readonly roles = new Map<string, RoleRecord>();
  readonly teams = new Map<string, TeamRecord>();
  readonly groups = new Map<string, GroupRecord>();
  readonly users = new Map<string, SubjectRecord>();

  constructor() {
    this.addGroup('Everybody', { isDefault: true });
  }

  addRole(name: string, permissions: readonly PermissionName[], requiresSecondFactor: boolean): TestRole {
    const id = randomUUID();
    this.roles.set(id, { id, name, permissions, parents: [], isDefault: false, requiresSecondFactor });
    return { id, name };
  }

  addTeam(name: string, roles: readonly TestRole[]): TestTeam {
    const id = randomUUID();
    const carried = roles.map((role) => ({ ...ALWAYS, roleId: role.id, teamScoped: true }));
    this.teams.set(id, { id, name, roles: carried });
    return { id, name };
  }

  addGroup(
    name: string,
    { parent, isDefault = false }: { parent?: TestGroup; isDefault?: boolean },
  ): TestGroup {
    const group = { id: randomUUID(), name, number: this.groups.size + 1 };
    this.groups.set(group.id, {
      ...group,
      parent: parent?.number ?? null,
      isDefault,
      managers: [],
      defaults: {},
    });
    return group;
  }

  setUser(
    id: string,
    { permissions = [], roles = [], teams = [], group, manages = [] }: TestUserOptions,
  ): void {
    this.users.set(id, {
      id,
      isActive: true,
      roles: roles.map((role) => ({ ...ALWAYS, roleId: role.id })),
      permissions: permissions.map((permission) => ({ ...ALWAYS, permission })),
      teams: teams.map((team) => team.id),
      group: group?.number ?? null,
    });
    const managed = new Set(manages.map((one) => one.id));
    for (const [groupId, record] of this.groups) {
      const others = record.managers.filter((manager) => manager !== id);
      this.groups.set(groupId, { ...record, managers: managed.has(groupId) ? [...others, id] : others });
    }
  }

  disableUser(id: string): void {
    const user = this.users.get(id);
    if (user !== undefined) this.users.set(id, { ...user, isActive: false });
  }

  get structure(): AuthorizationStructure {
    return {
      permissions: [...this.permissions],
      roles: [...this.roles.values()],
      teams: [...this.teams.values()],
      groups: [...this.groups.values()],
    };
  }
}
