import type { PermissionName } from './permission-name.js';
import { PermissionSet } from './permission-set.js';

/** How strongly somebody showed who they are: with one factor or with two (NIST SP 800-63B). */
export type AssuranceLevel = 'aal1' | 'aal2';

/** What holds without a second factor where a role asks for one: one's own profile, sessions and factors. */
const isOwn = (name: PermissionName): boolean => name.startsWith('own_');

/** What a user may do between two moments at which a window opens or closes. */
export class Access {
  static readonly NONE = new Access({
    permissions: PermissionSet.EMPTY,
    inTeams: new Map(),
    requiresSecondFactor: false,
    changesAt: null,
  });

  /** What holds everywhere. */
  readonly permissions: PermissionSet;
  /** What holds for resources of a team beside that, by the team's id. */
  readonly inTeams: ReadonlyMap<string, PermissionSet>;
  /** Whether one of the roles holds only with a second factor. */
  readonly requiresSecondFactor: boolean;
  /** Milliseconds since 1970 at which this is no longer true by itself; null: never. */
  readonly changesAt: number | null;

  constructor(known: Pick<Access, 'permissions' | 'inTeams' | 'requiresSecondFactor' | 'changesAt'>) {
    this.permissions = known.permissions;
    this.inTeams = known.inTeams;
    this.requiresSecondFactor = known.requiresSecondFactor;
    this.changesAt = known.changesAt;
  }

  /**
   * Tells whether a permission is held: everywhere, or for a resource of a team. A check that names no team is denied what
   * is held in a team alone.
   *
   * @param teamId - of the resource
   * @example access.has('deal:read', deal.teamId)
   */
  has(permission: PermissionName, teamId?: string): boolean {
    if (this.permissions.has(permission)) return true;
    return teamId !== undefined && this.inTeams.get(teamId)?.has(permission) === true;
  }

  /**
   * What holds everywhere and for resources of a team together.
   *
   * @example access.within(deal.teamId).toSortedArray() // ['deal:read', 'deal:update']
   */
  within(teamId: string | undefined): PermissionSet {
    const inTeam = teamId === undefined ? undefined : this.inTeams.get(teamId);
    return inTeam === undefined ? this.permissions : this.permissions.union(inTeam);
  }

  /**
   * What is left in a session of this level: without a demanded second factor only what is one's own.
   *
   * @example access.atLevel('aal1').has('deal:read') // false where a role asks for a second factor
   */
  atLevel(level: AssuranceLevel): Access {
    if (level === 'aal2' || !this.requiresSecondFactor) return this;
    return new Access({
      permissions: new PermissionSet([...this.permissions].filter(isOwn)),
      inTeams: new Map(),
      requiresSecondFactor: true,
      changesAt: this.changesAt,
    });
  }
}
