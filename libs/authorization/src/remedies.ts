import type { AuthorizationModel } from './authorization-model.js';
import type { Question, Sight } from './decision.js';
import type { PermissionName } from './permission-name.js';
import type { SubjectRecord } from './records.js';
import type { PathStep, RoleSource } from './role-source.js';

/** What would turn a denial into a permission, the least first. */
export type Remedy =
  | { readonly type: 'enable_user' }
  | { readonly type: 'wait'; readonly roleId: string; readonly name: string; readonly validFrom: number }
  | { readonly type: 'name_team'; readonly teamId: string; readonly name: string }
  | { readonly type: 'second_factor' }
  | { readonly type: 'assign_role'; readonly roleId: string; readonly name: string }
  | { readonly type: 'grant_permission'; readonly permission: PermissionName }
  | { readonly type: 'register_permission'; readonly permission: PermissionName }
  | { readonly type: 'follow_item' }
  | { readonly type: 'widen_level'; readonly level: number };

/** Roles proposed at most. */
const ROLES_PROPOSED = 5;

/** A denial, and what is known of it. */
export interface Denied {
  readonly model: AuthorizationModel;
  readonly subject: SubjectRecord;
  readonly question: Question;
  readonly sources: readonly RoleSource[];
  readonly sights: readonly Sight[];
  readonly wanted: readonly PermissionName[];
  readonly path: readonly PathStep[] | null;
  readonly at: number;
}

/** What would turn a denial into a permission. */
export function remediesFor(denied: Denied): Remedy[] {
  if (!denied.subject.isActive) return [{ type: 'enable_user' }];
  return [...(denied.path === null ? permissionRemedies(denied) : []), ...sightRemedies(denied)];
}

function permissionRemedies({ model, subject, question, sources, wanted, at }: Denied): Remedy[] {
  const [name] = wanted;
  if (name === undefined) return [];
  if (model.catalogue.numberOf(name) === undefined)
    return [{ type: 'register_permission', permission: name }];
  const brings = (roleId: string) => model.permissionsOf([roleId]).has(name);
  const waiting = sources.filter((source) => source.validFrom > at && brings(source.roleId));
  const scoped = sources.filter(
    ({ teamId, roleId }) => teamId !== undefined && teamId !== question.teamId && brings(roleId),
  );
  const strong = model.accessOf(subject, at).has(name, question.teamId);
  return [
    ...(strong ? [{ type: 'second_factor' as const }] : []),
    ...waiting.map(({ roleId, validFrom }) => ({
      type: 'wait' as const,
      roleId,
      name: model.roles.get(roleId)?.name ?? roleId,
      validFrom,
    })),
    ...scoped.map(({ teamId = '' }) => ({
      type: 'name_team' as const,
      teamId,
      name: model.teams.get(teamId)?.name ?? teamId,
    })),
    ...[...model.roles.values()]
      .filter(({ id }) => brings(id))
      .map(({ id, name: roleName }) => ({ id, roleName, size: model.permissionsOf([id]).size }))
      .sort((a, b) => a.size - b.size || a.roleName.localeCompare(b.roleName))
      .slice(0, ROLES_PROPOSED)
      .map(({ id, roleName }) => ({ type: 'assign_role' as const, roleId: id, name: roleName })),
    { type: 'grant_permission', permission: name },
  ];
}

/** From which level on each relation sees; whoever stands closer sees at every level. */
const WIDENED: Partial<Record<Sight['relation'], number>> = { same_group: 3, group_below: 5, elsewhere: 7 };

function sightRemedies({ question, sights }: Denied): Remedy[] {
  const hidden = sights.find((sight) => !sight.isVisible);
  if (hidden === undefined) return [];
  const type = question.item?.type ?? question.type;
  const level = WIDENED[hidden.relation];
  return [
    { type: 'follow_item' },
    ...(level === undefined ? [] : [{ type: 'widen_level' as const, level }]),
    { type: 'grant_permission', permission: `${type}:view_all` },
  ];
}
