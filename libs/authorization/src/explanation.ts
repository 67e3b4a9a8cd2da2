import type { AuthorizationModel } from './authorization-model.js';
import { decide, type Decision, permissionsFor, type Question, type Sight, sightOf } from './decision.js';
import { matchesPermission, type PermissionName } from './permission-name.js';
import type { SubjectRecord } from './records.js';
import { type Remedy, remediesFor } from './remedies.js';
import { type PathStep, type RoleSource, sourcesOf } from './role-source.js';
import { isOpen } from './validity-window.js';

/** Why somebody may do something, or why not. */
export interface Explanation {
  readonly decision: Decision;
  /** The winning way to the permission; null when there is none. */
  readonly path: readonly PathStep[] | null;
  /** The row of the visibility table for each described item, the item itself first. */
  readonly sights: readonly Sight[];
  readonly remedies: readonly Remedy[];
}

/**
 * Explains a decision: the shortest way to the permission, how the subject stands to the items, and on a denial what
 * would change it.
 *
 * @param at - milliseconds since 1970
 * @example
 * const { path } = explain(model, subject, { type: 'deal', action: 'read' }, Date.now());
 * path?.map((step) => step.type).join(' → '); // 'user → team → role → permission'
 */
export function explain(
  model: AuthorizationModel,
  subject: SubjectRecord,
  question: Question,
  at: number,
): Explanation {
  const access = model.accessOf(subject, at);
  const decision = decide(model, subject, access, question);
  const wanted = permissionsFor(model, subject, question);
  const items = [...(question.item === undefined ? [] : [question.item]), ...(question.parents ?? [])];
  const held = access.atLevel(question.assurance ?? 'aal2');
  const sights = items.map((item) => sightOf(model, subject, held, item, question.teamId));
  const sources = sourcesOf(model, subject);
  const path = subject.isActive ? findPath(model, subject, sources, wanted, question, at) : null;
  return {
    decision,
    path,
    sights,
    remedies: decision.allowed
      ? []
      : remediesFor({ model, subject, question, sources, sights, wanted, path, at }),
  };
}

function findPath(
  model: AuthorizationModel,
  subject: SubjectRecord,
  sources: readonly RoleSource[],
  wanted: readonly PermissionName[],
  { teamId, assurance }: Question,
  at: number,
): PathStep[] | null {
  const held = model.accessOf(subject, at).atLevel(assurance ?? 'aal2');
  const name = wanted.find((candidate) => held.has(candidate, teamId));
  if (name === undefined) return null;
  const paths = sources
    .filter((source) => isOpen(source, at) && (source.teamId === undefined || source.teamId === teamId))
    .flatMap((source) => {
      const inherited = shortestInheritance(model, source.roleId, name);
      if (inherited === null) return [];
      const [own, ...others] = inherited.roleIds.map((id) => roleStep(model, id));
      const first = { ...own, validUntil: source.validUntil } as PathStep;
      return [
        [
          ...source.steps,
          first,
          ...others,
          { type: 'permission' as const, name, pattern: inherited.pattern },
        ],
      ];
    });
  const isGranted = subject.permissions.some((grant) => grant.permission === name && isOpen(grant, at));
  const direct: PathStep[] = [
    { type: 'user', id: subject.id },
    { type: 'permission', name, pattern: name },
  ];
  return [...(isGranted ? [direct] : []), ...paths].sort((a, b) => a.length - b.length)[0] ?? null;
}

const roleStep = (model: AuthorizationModel, id: string): PathStep => ({
  type: 'role',
  id,
  name: model.roles.get(id)?.name ?? id,
});

/** Breadth first, so that the first role found is the nearest. */
function shortestInheritance(
  model: AuthorizationModel,
  roleId: string,
  name: PermissionName,
): { readonly roleIds: readonly string[]; readonly pattern: PermissionName } | null {
  const isRegistered = model.catalogue.numberOf(name) !== undefined;
  const ways: string[][] = [[roleId]];
  const seen = new Set([roleId]);
  for (const way of ways) {
    const role = model.roles.get(way.at(-1) ?? '');
    const pattern = role?.permissions.find(
      (given) => given === name || (isRegistered && matchesPermission(given, name)),
    );
    if (pattern !== undefined) return { roleIds: way, pattern };
    for (const parent of role?.parents ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      ways.push([...way, parent]);
    }
  }
  return null;
}
