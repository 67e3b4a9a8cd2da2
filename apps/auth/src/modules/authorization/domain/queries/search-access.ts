import { Injectable } from '@nestjs/common';
import {
  type AuthorizationModel,
  closureOf,
  type PermissionName,
  splitPermission,
} from '@auth-service/authorization';
import { AuthorizationState } from '../authorization-state.js';
import { CandidateRepository } from '../candidate.repository.js';
import { type Evaluation, USER_SUBJECT } from '../evaluation.js';
import { EvaluateAccess } from './evaluate-access.js';

/** Users looked at in one step. */
const STEP = 500;
/** Steps for one page: one that finds little ends early and says where to go on. */
const MAX_STEPS = 20;

/** Before every user. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Some of what was found, and where to go on; null at the end. */
export interface Found<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Answers who, what and which: everything found is allowed by {@link EvaluateAccess}, and nothing else is. */
@Injectable()
export class SearchAccess {
  constructor(
    private readonly state: AuthorizationState,
    private readonly candidates: CandidateRepository,
    private readonly evaluateAccess: EvaluateAccess,
  ) {}

  /**
   * Users who may do something, by their ids.
   *
   * @param after - where the page before ended
   */
  async subjects(
    evaluation: Omit<Evaluation, 'subjectId'>,
    callerId: string,
    after: string | null,
    limit: number,
  ): Promise<Found<string>> {
    if (evaluation.subjectType !== USER_SUBJECT) return { items: [], next: null };
    if (limit === 0) return { items: [], next: after ?? FIRST };
    const question = bringersOf((await this.state.structure()).model, evaluation);
    const items: string[] = [];
    let last = after;
    for (let step = 0; step < MAX_STEPS; step++) {
      const ids = await this.candidates.list(question, last, STEP);
      const results = await this.evaluateAccess.executeAll(
        ids.map((subjectId) => ({ ...evaluation, subjectId })),
        callerId,
      );
      for (const [index, userId] of ids.entries()) {
        if (results[index]?.decision === true) items.push(userId);
        last = userId;
        if (items.length === limit) return { items, next: last };
      }
      if (ids.length < STEP) return { items, next: null };
    }
    return { items, next: last };
  }

  /** The actions of the catalogue that a subject may do, by name. */
  async actions(evaluation: Omit<Evaluation, 'action'>, callerId: string): Promise<string[]> {
    const { model } = await this.state.structure();
    const actions = model.catalogue.names
      .map(splitPermission)
      .filter(({ resource }) => resource === evaluation.resourceType)
      .map(({ action }) => action)
      .sort();
    return this.allowed(
      actions.map((action) => ({ ...evaluation, action })),
      callerId,
      ({ action }) => action,
    );
  }

  /** Those of the described resources to which a subject may do something. */
  resources(described: readonly Evaluation[], callerId: string): Promise<string[]> {
    return this.allowed(described, callerId, ({ resourceId }) => resourceId);
  }

  private async allowed(
    evaluations: readonly Evaluation[],
    callerId: string,
    name: (evaluation: Evaluation) => string,
  ): Promise<string[]> {
    const results = await this.evaluateAccess.executeAll(evaluations, callerId);
    return evaluations.filter((_, index) => results[index]?.decision === true).map(name);
  }
}

/** Which roles bring what is asked for; the answer itself is the rules'. */
function bringersOf(
  model: AuthorizationModel,
  { resourceType, action }: Pick<Evaluation, 'resourceType' | 'action'>,
) {
  const permissions: PermissionName[] = [`${resourceType}:${action}`, `${resourceType}:${action}_any`];
  const roleIds = [...model.roles.keys()].filter((roleId) => {
    const held = model.permissionsOf([roleId]);
    return permissions.some((name) => held.has(name));
  });
  const defaults = [...model.roles.values()].filter(({ isDefault }) => isDefault).map(({ id }) => id);
  const everybodys = closureOf(defaults, model.parentsOf);
  return { roleIds, everybody: roleIds.some((roleId) => everybodys.has(roleId)), permissions };
}
