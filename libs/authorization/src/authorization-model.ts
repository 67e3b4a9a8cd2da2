import { Access } from './access.js';
import { Catalogue } from './catalogue.js';
import { GroupTree } from './group-tree.js';
import type { PermissionName } from './permission-name.js';
import { PermissionSet } from './permission-set.js';
import type {
  AuthorizationStructure,
  GroupRecord,
  RoleRecord,
  StructureUpdate,
  SubjectRecord,
  TeamRecord,
} from './records.js';
import { closureOf } from './role-hierarchy.js';
import { isOpen, nextEdge } from './validity-window.js';
import type { Viewer } from './visibility.js';

/** Sets of permissions remembered at most, one for each set of roles that somebody has. */
const MAX_REMEMBERED_SETS = 10_000;

const NONE: readonly number[] = [];

/**
 * Roles, teams, groups and the catalogue at one revision, ready to decide. Users are handed in, so that a service may
 * keep all of them in memory or read one when it needs it. Immutable.
 *
 * @example
 * const model = new AuthorizationModel({
 *   permissions: ['deal:read'],
 *   roles: [{ id: 'r', name: 'seller', permissions: ['deal:*'], parents: [], isDefault: true, requiresSecondFactor: false }],
 *   teams: [],
 *   groups: [],
 * });
 * model.accessOf(plainSubject('ann'), Date.now()).has('deal:read'); // true
 */
export class AuthorizationModel {
  readonly catalogue: Catalogue;
  readonly roles: ReadonlyMap<string, RoleRecord>;
  readonly teams: ReadonlyMap<string, TeamRecord>;
  /** By number. */
  readonly groups: ReadonlyMap<number, GroupRecord>;
  readonly tree: GroupTree;
  readonly #managed = new Map<string, number[]>();
  readonly #defaultRoles: readonly string[];
  readonly #defaultGroup: number;
  readonly #sets = new Map<string, PermissionSet>();

  /** @throws RangeError for groups that are no tree */
  constructor(structure: AuthorizationStructure) {
    this.catalogue = Catalogue.of(structure.permissions);
    this.roles = new Map(structure.roles.map((role) => [role.id, role]));
    this.teams = new Map(structure.teams.map((team) => [team.id, team]));
    this.groups = new Map(structure.groups.map((group) => [group.number, group]));
    this.tree = new GroupTree(structure.groups);
    for (const { number, managers } of structure.groups) {
      for (const manager of managers) this.#managed.set(manager, [...this.managedBy(manager), number]);
    }
    this.#defaultRoles = structure.roles.filter(({ isDefault }) => isDefault).map(({ id }) => id);
    this.#defaultGroup = structure.groups.find(({ isDefault }) => isDefault)?.number ?? 0;
  }

  /** The roles from which a role inherits directly; none for an unknown one. */
  readonly parentsOf = (roleId: string): readonly string[] => this.roles.get(roleId)?.parents ?? [];

  /**
   * The numbers of the groups that a user manages.
   *
   * @example model.managedBy('ann') // [2]
   */
  managedBy(userId: string): readonly number[] {
    return this.#managed.get(userId) ?? NONE;
  }

  /**
   * All that roles bring, inherited ones included.
   *
   * @param roleIds - in any order
   * @example model.permissionsOf(['lead']).has('deal:read')
   */
  permissionsOf(roleIds: Iterable<string>): PermissionSet {
    const ids = [...new Set(roleIds)].sort();
    const key = ids.join();
    const known = this.#sets.get(key);
    if (known !== undefined) return known;
    const patterns = new Set<PermissionName>();
    for (const roleId of closureOf(ids, this.parentsOf)) {
      for (const pattern of this.roles.get(roleId)?.permissions ?? []) patterns.add(pattern);
    }
    const set = PermissionSet.expand(patterns, this.catalogue);
    if (this.#sets.size >= MAX_REMEMBERED_SETS) this.#sets.clear();
    this.#sets.set(key, set);
    return set;
  }

  /**
   * What a user may do at a moment. Nothing for one who is not active.
   *
   * @param at - milliseconds since 1970
   * @example model.accessOf(subject, Date.now()).has('deal:read')
   */
  accessOf(subject: SubjectRecord, at: number): Access {
    if (!subject.isActive) return Access.NONE;
    const carried = subject.teams.flatMap((teamId) => this.#carriedBy(teamId));
    const open = [...subject.roles.map((grant) => ({ ...grant, teamId: undefined })), ...carried].filter(
      (grant) => isOpen(grant, at),
    );
    const everywhere = open.filter(({ teamId }) => teamId === undefined).map(({ roleId }) => roleId);
    const granted = subject.permissions
      .filter((grant) => isOpen(grant, at))
      .map(({ permission }) => permission);
    const ofRoles = this.permissionsOf([...everywhere, ...this.#defaultRoles]);
    return new Access({
      permissions:
        granted.length === 0 ? ofRoles : ofRoles.union(PermissionSet.expand(granted, this.catalogue)),
      inTeams: this.#inTeams(open),
      requiresSecondFactor: this.#requireSecondFactor([
        ...open.map(({ roleId }) => roleId),
        ...this.#defaultRoles,
      ]),
      changesAt: nextEdge([...subject.roles, ...carried, ...subject.permissions], at),
    });
  }

  /**
   * What a user may do from a moment on, one after the other, until nothing changes by itself any more.
   *
   * @param from - milliseconds since 1970
   * @example for (const access of model.accessFrom(subject, Date.now())) console.log(access.changesAt);
   */
  *accessFrom(subject: SubjectRecord, from: number): Generator<Access> {
    for (let at: number | null = from; at !== null;) {
      const access: Access = this.accessOf(subject, at);
      yield access;
      at = access.changesAt;
    }
  }

  /**
   * How an active user looks at items of a type.
   *
   * @param access - of the same user
   * @param type - for example `deal`: who holds `deal:view_all`, where that is registered, sees all of them
   * @example isVisible(model.viewerOf(subject, access, 'deal'), item, model.tree)
   */
  viewerOf(subject: SubjectRecord, access: Access, type: string, teamId?: string): Viewer {
    const viewAll = this.catalogue.nameOf(type, 'view_all');
    return {
      id: subject.id,
      group: this.groupOf(subject),
      managed: this.managedBy(subject.id),
      viewsAll: viewAll !== undefined && access.has(viewAll, teamId),
    };
  }

  /**
   * The number of a user's group: their own, while it exists, else the default one.
   *
   * @example model.groupOf({ group: null }) // number of the default group
   */
  groupOf({ group }: Pick<SubjectRecord, 'group'>): number {
    return group !== null && this.tree.has(group) ? group : this.#defaultGroup;
  }

  /**
   * This model after a change.
   *
   * @throws RangeError for groups that are no tree
   * @example model.updatedBy({ touched: ['lead'], permissions: null, roles: [], teams: [], groups: null }) // without that role
   */
  updatedBy({ touched, permissions, roles, teams, groups }: StructureUpdate): AuthorizationModel {
    const gone = new Set(touched);
    const others = <T extends { readonly id: string }>(records: Iterable<T>) =>
      [...records].filter(({ id }) => !gone.has(id));
    return new AuthorizationModel({
      permissions: permissions ?? this.catalogue.names,
      roles: [...others(this.roles.values()), ...roles],
      teams: [...others(this.teams.values()), ...teams],
      groups: groups ?? [...this.groups.values()],
    });
  }

  /**
   * All that decisions rest on, as it may be sent to others.
   *
   * @example JSON.stringify(model.toStructure())
   */
  toStructure(): AuthorizationStructure {
    return {
      permissions: this.catalogue.names,
      roles: [...this.roles.values()],
      teams: [...this.teams.values()],
      groups: [...this.groups.values()],
    };
  }

  #carriedBy(teamId: string) {
    const roles = this.teams.get(teamId)?.roles ?? [];
    return roles.map((grant) => ({ ...grant, teamId: grant.teamScoped ? teamId : undefined }));
  }

  #inTeams(open: readonly { readonly roleId: string; readonly teamId: string | undefined }[]) {
    const roles = new Map<string, string[]>();
    for (const { roleId, teamId } of open) {
      if (teamId !== undefined) roles.set(teamId, [...(roles.get(teamId) ?? []), roleId]);
    }
    return new Map([...roles].map(([teamId, roleIds]) => [teamId, this.permissionsOf(roleIds)]));
  }

  #requireSecondFactor(roleIds: Iterable<string>): boolean {
    for (const roleId of closureOf(roleIds, this.parentsOf)) {
      if (this.roles.get(roleId)?.requiresSecondFactor === true) return true;
    }
    return false;
  }
}
