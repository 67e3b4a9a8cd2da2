import { Injectable } from '@nestjs/common';
import { type AuthorizationModel, closureOf } from '@auth-service/authorization';
import { AppError } from '../../../core/errors/index.js';
import { AuthorizationState } from './authorization-state.js';
import { DutyRepository, type DutySet } from './duty.repository.js';

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
    const sets = await this.repository.list();
    if (sets.length === 0) return;
    const { model } = await this.state.structure();
    const everybodys = closureOf(defaultRolesOf(model), model.parentsOf);
    for (const set of sets) {
      const own = set.roleIds.filter((roleId) => !everybodys.has(roleId));
      const limit = set.cardinality - (set.roleIds.length - own.length);
      if (limit <= 0) throw refused(set, 'Everybody');
      const offender = await this.repository.findOffender(
        { limit, duties: own.map((roleId) => bringersOf(roleId, model)) },
        userIds,
      );
      if (offender !== null) throw refused(set, `User ${offender}`);
    }
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
