import { Injectable } from '@nestjs/common';
import {
  type AuthorizationModel,
  decide,
  type ItemDescription,
  type Question,
  type SubjectRecord,
} from '@auth-service/authorization';
import { AuthorizationState, type Standing } from '../authorization-state.js';
import {
  ALLOWED,
  denied,
  type DescribedItem,
  type Evaluation,
  type EvaluationResult,
  USER_SUBJECT,
} from '../evaluation.js';

/** Decides whether a subject may do something, as the rules of the library say. */
@Injectable()
export class EvaluateAccess {
  constructor(private readonly state: AuthorizationState) {}

  /**
   * Decides many at once, with as many statements as one takes.
   *
   * @param callerId - who asks: what they say of an item that they want for themselves is not believed
   * @returns in the order of the questions
   */
  async executeAll(evaluations: readonly Evaluation[], callerId: string): Promise<EvaluationResult[]> {
    const remembered = this.recallAll(evaluations, callerId);
    if (remembered !== undefined) return remembered;
    const standings = await this.state.getMany(evaluations.flatMap(idsOf));
    return evaluations.map((evaluation) => evaluate(evaluation, callerId, (userId) => standings.get(userId)));
  }

  /** The decisions, if all that they rest on is in memory. */
  recallAll(evaluations: readonly Evaluation[], callerId: string): EvaluationResult[] | undefined {
    const known = new Map<string, Standing>();
    const unknown: string[] = [];
    const find = (userId: string): Standing | undefined => {
      const standing = known.get(userId) ?? this.state.peek(userId);
      if (standing === undefined) unknown.push(userId);
      else known.set(userId, standing);
      return standing;
    };
    const results: EvaluationResult[] = [];
    for (const evaluation of evaluations) {
      results.push(evaluate(evaluation, callerId, find));
      if (unknown.length > 0) return undefined;
    }
    return results;
  }
}

function evaluate(
  evaluation: Evaluation,
  callerId: string,
  find: (userId: string) => Standing | undefined,
): EvaluationResult {
  if (evaluation.subjectType !== USER_SUBJECT) return denied('unknown_subject_type');
  const isDescribed = evaluation.item !== null || evaluation.parents.length > 0;
  if (isDescribed && evaluation.subjectId === callerId) return denied('self_described');
  const standing = find(evaluation.subjectId);
  if (standing === undefined) return denied('unknown_subject');
  const { model, subject, access } = standing;
  const question = toQuestion(evaluation, model, (userId) => find(userId)?.subject);
  const decision = decide(model, subject, access, question);
  return decision.allowed ? ALLOWED : denied(decision.reason);
}

/** What the rules are asked; a group that is not pinned is the owner's. */
export function toQuestion(
  { resourceType, action, teamId, item, parents, assurance }: Evaluation,
  model: AuthorizationModel,
  find: (userId: string) => SubjectRecord | undefined,
): Question {
  const describe = (described: DescribedItem): ItemDescription => {
    const owner = described.ownerId === null ? undefined : find(described.ownerId);
    return {
      type: described.type,
      ownerId: described.ownerId,
      followerIds: described.followerIds,
      group: described.group ?? model.groupOf(owner ?? { group: null }),
      ...(described.level === undefined ? {} : { level: described.level }),
    };
  };
  return {
    type: resourceType,
    action,
    assurance,
    ...(teamId === undefined ? {} : { teamId }),
    ...(item === null ? {} : { item: describe(item) }),
    parents: parents.map(describe),
  };
}

/** Everybody who has to be known for a decision. */
export function idsOf({ subjectType, subjectId, item, parents }: Evaluation): string[] {
  if (subjectType !== USER_SUBJECT) return [];
  const owners = [item, ...parents].flatMap((described) =>
    described?.ownerId == null || described.group !== null ? [] : [described.ownerId],
  );
  return [subjectId, ...owners];
}
