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
    const questions = await this.questions();
    const everybodys = questions.find(({ limit }) => limit <= 0);
    if (everybodys !== undefined) throw refused(everybodys.set, 'Everybody');
    if (questions.length === 0) return;
    const [offence] = await this.repository.findOffences(questions, userIds, 1);
    const broken = questions.find(({ set }) => set.id === offence?.setId);
    if (offence !== undefined && broken !== undefined) throw refused(broken.set, `User ${offence.userId}`);
  }

  /** Those of the users who break a rule. */
  async findOffenders(userIds: readonly string[]): Promise<string[]> {
    const questions = await this.questions();
    if (questions.length === 0 || userIds.length === 0) return [];
    const offences = await this.repository.findOffences(
      questions,
      userIds,
      userIds.length * questions.length,
    );
    return [...new Set(offences.map(({ userId }) => userId))];
  }

  /** For each set of roles the name of a rule that it breaks together with what everybody has. */
  async findBroken(roleSets: readonly (readonly string[])[]): Promise<(string | null)[]> {
    const questions = await this.questions();
    return roleSets.map((roleIds) => {
      const breaks = ({ limit, duties }: DutyQuestion) =>
        duties.filter((bringers) => roleIds.some((roleId) => bringers.includes(roleId))).length >= limit;
      return questions.find(breaks)?.set.name ?? null;
    });
  }

  private async questions(): Promise<DutyQuestion[]> {
    const sets = await this.repository.list();
    if (sets.length === 0) return [];
    const { model } = await this.state.structure();
    const everybodys = closureOf(defaultRolesOf(model), model.parentsOf);
    const bringers = bringersOf(new Set(sets.flatMap(({ roleIds }) => roleIds)), model);
    return sets.map((set) => {
      const own = set.roleIds.filter((roleId) => !everybodys.has(roleId));
      const limit = set.cardinality - (set.roleIds.length - own.length);
      return { set, limit, duties: own.map((roleId) => bringers.get(roleId) ?? []) };
    });
  }
}

const defaultRolesOf = ({ roles }: AuthorizationModel): string[] =>
  [...roles.values()].filter(({ isDefault }) => isDefault).map(({ id }) => id);

/** For each of the duties the role itself and all that inherit from it. */
function bringersOf(duties: ReadonlySet<string>, model: AuthorizationModel): ReadonlyMap<string, string[]> {
  const bringers = new Map([...duties].map((roleId) => [roleId, [] as string[]]));
  for (const id of model.roles.keys())
    for (const inherited of closureOf([id], model.parentsOf)) bringers.get(inherited)?.push(id);
  return bringers;
}

const refused = ({ name, cardinality }: DutySet, who: string): AppError =>
  new AppError('separation_of_duty', {
    detail: `${who} would have ${cardinality} or more of the roles that “${name}” keeps apart.`,
  });
