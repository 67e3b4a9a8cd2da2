import { Injectable } from '@nestjs/common';
import { explain, type Explanation, plan, type Plan } from '@auth-service/authorization';
import { AppError, assertThat } from '../../../../core/errors/index.js';
import { AuthorizationState, type Standing } from '../authorization-state.js';
import { AuthorizationViews } from '../authorization-views.js';
import { type Evaluation, USER_SUBJECT } from '../evaluation.js';
import { idsOf, toQuestion } from './evaluate-access.js';

const NO_USER = 'There is no such user.';

/** Says why somebody may do something or not, and what of a list they may reach. */
@Injectable()
export class ExplainAccess {
  constructor(
    private readonly state: AuthorizationState,
    private readonly views: AuthorizationViews,
  ) {}

  /**
   * @param moment - undefined: now
   * @throws AppError `not_found` for a subject that is no user, or was none yet; `invalid_request` for a moment of which
   *   nothing is known, or with which an item is described: visibility has no history
   */
  async explain(evaluation: Evaluation, moment?: Date): Promise<Explanation> {
    const { subjectType, subjectId, item, parents } = evaluation;
    if (moment !== undefined && (item !== null || parents.length > 0))
      throw AppError.forField('invalid_request', 'at', 'at is for permissions alone; describe no item');
    const view = await this.views.at(moment);
    const subjects = await view.subjects(idsOf(evaluation));
    const subject = subjectType === USER_SUBJECT ? subjects.get(subjectId) : undefined;
    assertThat(subject !== undefined, 'not_found', { detail: NO_USER });
    const question = toQuestion(evaluation, view.model, (userId) => subjects.get(userId));
    return explain(view.model, subject, question, view.at);
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
    assertThat(standing !== undefined, 'not_found', { detail: NO_USER });
    return standing;
  }
}
