import { Injectable } from '@nestjs/common';
import { splitPermission } from '@auth-service/authorization';
import { AuthorizationState } from '../authorization-state.js';
import { bringersOf, findAmong, type Found } from '../candidates.js';
import { CandidateRepository } from '../candidate.repository.js';
import { type Evaluation, USER_SUBJECT } from '../evaluation.js';
import { EvaluateAccess } from './evaluate-access.js';

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
    const question = bringersOf((await this.state.structure()).model, evaluation);
    return findAmong(
      (last, count) => this.candidates.list(question, last, count),
      async (ids) => {
        const evaluations = ids.map((subjectId) => ({ ...evaluation, subjectId }));
        const results = await this.evaluateAccess.executeAll(evaluations, callerId);
        return ids.map((userId, index) => (results[index]?.decision === true ? userId : undefined));
      },
      after,
      limit,
    );
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
