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
  type DescribedItem,
  type Evaluation,
  type EvaluationReason,
  type EvaluationResult,
  USER_SUBJECT,
} from '../evaluation.js';

const ALLOWED: EvaluationResult = { decision: true };

/** Decides whether a subject may do something, as the rules of the library say. */
@Injectable()
export class EvaluateAccess {
  constructor(private readonly state: AuthorizationState) {}

  /** @param callerId - who asks: what they say of an item that they want for themselves is not believed */
  async execute(evaluation: Evaluation, callerId: string): Promise<EvaluationResult> {
    const remembered = this.recall(evaluation, callerId);
    if (remembered !== undefined) return remembered;
    const [result] = await this.executeAll([evaluation], callerId);
    return result ?? denied('unknown_subject', 403);
  }

  /**
   * Decides many at once, with as many statements as one takes.
   *
   * @returns in the order of the questions
   */
  async executeAll(evaluations: readonly Evaluation[], callerId: string): Promise<EvaluationResult[]> {
    const standings = await this.state.getMany(evaluations.flatMap(idsOf));
    return evaluations.map((evaluation) =>
      this.evaluate(evaluation, callerId, (userId) => standings.get(userId)),
    );
  }

  /** The decision, if all that it rests on is in memory. */
  private recall(evaluation: Evaluation, callerId: string): EvaluationResult | undefined {
    const ids = idsOf(evaluation);
    if (!ids.every((userId) => this.state.peek(userId) !== undefined)) return undefined;
    return this.evaluate(evaluation, callerId, (userId) => this.state.peek(userId));
  }

  private evaluate(
    evaluation: Evaluation,
    callerId: string,
    find: (userId: string) => Standing | undefined,
  ): EvaluationResult {
    if (evaluation.subjectType !== USER_SUBJECT) return denied('unknown_subject_type', 403);
    const isDescribed = evaluation.item !== null || evaluation.parents.length > 0;
    if (isDescribed && evaluation.subjectId === callerId) return denied('self_described', 403);
    const standing = find(evaluation.subjectId);
    if (standing === undefined) return denied('unknown_subject', 403);
    const { model, subject, access } = standing;
    const decision = decide(
      model,
      subject,
      access,
      toQuestion(evaluation, model, (userId) => find(userId)?.subject),
    );
    if (decision.allowed) return ALLOWED;
    return denied(decision.reason, decision.reason === 'not_visible' ? 404 : 403);
  }
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

function denied(reason: EvaluationReason, status: 403 | 404): EvaluationResult {
  return { decision: false, context: { reason, status } };
}
