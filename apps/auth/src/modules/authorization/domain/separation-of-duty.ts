import { Injectable } from '@nestjs/common';
import { type AuthorizationModel, closureOf } from '@auth-service/authorization';
import { AppError } from '../../../core/errors/index.js';
import { AuthorizationState } from './authorization-state.js';
import { type DutyQuestion, DutyRepository, type DutySet } from './duty.repository.js';

/**
 * Finds out whether anybody has roles that must be apart: over inheritance, teams, the default role and all windows that
 * have not closed yet (INCITS 359, static separation of duty with hierarchies).
 */
@Injectable()
export class SeparationOfDuty {
  constructor(
    private readonly repository: DutyRepository,
    private readonly state: AuthorizationState,
  ) {}

  /**
   * @param userIds - whom to look at; nothing: everybody
   * @throws AppError `separation_of_duty`
   */
  async assertHolds(userIds?: readonly string[]): Promise<void> {
    for (const { set, question } of await this.questions()) {
      if (question.limit <= 0) throw refused(set, 'Everybody');
      const [offender] = await this.repository.findOffenders(question, userIds, 1);
      if (offender !== undefined) throw refused(set, `User ${offender}`);
    }
  }

  /** Those of the users who break a rule. */
  async findOffenders(userIds: readonly string[]): Promise<string[]> {
    const found = new Set<string>();
    for (const { question } of await this.questions()) {
      for (const userId of await this.repository.findOffenders(question, userIds, userIds.length))
        found.add(userId);
    }
    return [...found];
  }

  private async questions(): Promise<{ readonly set: DutySet; readonly question: DutyQuestion }[]> {
    const sets = await this.repository.list();
    if (sets.length === 0) return [];
    const { model } = await this.state.structure();
    const everybodys = closureOf(defaultRolesOf(model), model.parentsOf);
    return sets.map((set) => {
      const own = set.roleIds.filter((roleId) => !everybodys.has(roleId));
      const limit = set.cardinality - (set.roleIds.length - own.length);
      return { set, question: { limit, duties: own.map((roleId) => bringersOf(roleId, model)) } };
    });
  }
}

const defaultRolesOf = ({ roles }: AuthorizationModel): string[] =>
  [...roles.values()].filter(({ isDefault }) => isDefault).map(({ id }) => id);

/** The role itself and all that inherit from it. */
const bringersOf = (roleId: string, model: AuthorizationModel): string[] =>
  [...model.roles.keys()].filter((id) => closureOf([id], model.parentsOf).has(roleId));

const refused = ({ name, cardinality }: DutySet, who: string): AppError =>
  new AppError('separation_of_duty', {
    detail: `${who} would have ${cardinality} or more of the roles that “${name}” keeps apart.`,
  });
