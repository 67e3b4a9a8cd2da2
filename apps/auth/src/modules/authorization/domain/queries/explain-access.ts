import { Injectable } from '@nestjs/common';
import { explain, type Explanation, plan, type Plan } from '@auth-service/authorization';
import { assertThat } from '../../../../core/errors/index.js';
import { AuthorizationState, type Standing } from '../authorization-state.js';
import { type Evaluation, USER_SUBJECT } from '../evaluation.js';
import { idsOf, toQuestion } from './evaluate-access.js';

/** Says why somebody may do something or not, and what of a list they may reach. */
@Injectable()
export class ExplainAccess {
  constructor(private readonly state: AuthorizationState) {}

  /** @throws AppError `not_found` for a subject that is no user */
  async explain(evaluation: Evaluation): Promise<Explanation> {
    const standings = await this.state.getMany(idsOf(evaluation));
    const standing = this.standingOf(evaluation, standings);
    const question = toQuestion(evaluation, standing, (userId) => standings.get(userId));
    return explain(standing.model, standing.subject, question, this.state.now());
  }

  /** @throws AppError `not_found` for a subject that is no user */
  async plan(evaluation: Evaluation): Promise<Plan> {
    const standings = await this.state.getMany(idsOf(evaluation));
    const { model, subject, access } = this.standingOf(evaluation, standings);
    const { resourceType: type, action, teamId, assurance } = evaluation;
    return plan(model, subject, access, {
      type,
      action,
      assurance,
      ...(teamId === undefined ? {} : { teamId }),
    });
  }

  private standingOf(
    { subjectType, subjectId }: Evaluation,
    standings: ReadonlyMap<string, Standing>,
  ): Standing {
    const standing = subjectType === USER_SUBJECT ? standings.get(subjectId) : undefined;
    assertThat(standing !== undefined, 'not_found', { detail: 'There is no such user.' });
    return standing;
  }
}
