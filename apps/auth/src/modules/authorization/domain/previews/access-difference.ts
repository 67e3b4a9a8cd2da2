import {
  type Access,
  type AuthorizationModel,
  type PermissionName,
  PermissionSet,
  type SubjectRecord,
  visibilityCondition,
} from '@auth-service/authorization';

/** What comes and what goes. */
export interface Exchange<Item> {
  readonly gains: readonly Item[];
  readonly loses: readonly Item[];
}

/** What changes for a person. */
export interface AccessDifference {
  readonly permissions: Exchange<PermissionName>;
  /** What changes in a team alone, by its id. */
  readonly inTeams: readonly (Exchange<PermissionName> & { readonly teamId: string })[];
  /** Numbers of the groups of which every item is seen. */
  readonly seesAllOf: Exchange<number>;
  /** Numbers of the groups of which shared items are seen. */
  readonly seesSharedOf: Exchange<number>;
  /** Whether what they hold wants a second factor from then on, or no longer does; null: as before. */
  readonly secondFactor: 'wanted' | 'no_longer_wanted' | null;
}

/** A person at one side of a change. */
export interface Side {
  readonly model: AuthorizationModel;
  readonly subject: SubjectRecord;
  readonly access: Access;
}

/** Compares what somebody may do and see; null when it is the same. */
export function differenceOf(before: Side, after: Side): AccessDifference | null {
  const difference = {
    permissions: permissionExchange(before.access.permissions, after.access.permissions),
    inTeams: teamsOf(before, after),
    ...sightDifference(before, after),
    secondFactor: secondFactorDifference(before, after),
  };
  const { permissions, inTeams, seesAllOf, seesSharedOf, secondFactor } = difference;
  const exchanges = [permissions, seesAllOf, seesSharedOf];
  const isSame = inTeams.length === 0 && secondFactor === null && exchanges.every(isEmpty);
  return isSame ? null : difference;
}

function teamsOf(before: Side, after: Side) {
  const teamIds = new Set([...before.access.inTeams.keys(), ...after.access.inTeams.keys()]);
  return [...teamIds]
    .sort()
    .map((teamId) => ({
      teamId,
      ...permissionExchange(
        before.access.inTeams.get(teamId) ?? PermissionSet.EMPTY,
        after.access.inTeams.get(teamId) ?? PermissionSet.EMPTY,
      ),
    }))
    .filter((team) => !isEmpty(team));
}

function secondFactorDifference(before: Side, after: Side): AccessDifference['secondFactor'] {
  const wants = after.access.requiresSecondFactor;
  if (wants === before.access.requiresSecondFactor) return null;
  return wants ? 'wanted' : 'no_longer_wanted';
}

function sightDifference(before: Side, after: Side) {
  const [seen, sees] = [sightOf(before), sightOf(after)];
  return {
    seesAllOf: exchange(seen.all, sees.all),
    seesSharedOf: exchange(seen.shared, sees.shared),
  };
}

/** The numbers of groups of which somebody sees all, and of which they see what is shared. */
function sightOf({ model, subject }: Side): { readonly all: Set<number>; readonly shared: Set<number> } {
  const viewer = {
    id: subject.id,
    group: model.groupOf(subject),
    managed: model.managedBy(subject.id),
    viewsAll: false,
  };
  const condition = visibilityCondition(subject.isActive ? viewer : null, model.tree);
  if (condition.kind !== 'some') return { all: new Set(), shared: new Set() };
  const all = new Set(condition.below);
  return { all, shared: new Set([condition.mine, ...condition.above].filter((number) => !all.has(number))) };
}

const exchange = (before: ReadonlySet<number>, after: ReadonlySet<number>): Exchange<number> => ({
  gains: [...after].filter((item) => !before.has(item)).sort((a, b) => a - b),
  loses: [...before].filter((item) => !after.has(item)).sort((a, b) => a - b),
});

const permissionExchange = (before: PermissionSet, after: PermissionSet): Exchange<PermissionName> => ({
  gains: after.minus(before).sort(),
  loses: before.minus(after).sort(),
});

const isEmpty = ({ gains, loses }: Exchange<unknown>): boolean => gains.length + loses.length === 0;
