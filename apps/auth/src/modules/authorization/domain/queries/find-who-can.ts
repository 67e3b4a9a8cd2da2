import { Injectable } from '@nestjs/common';
import { explain, type PathStep } from '@auth-service/authorization';
import { AuthorizationViews } from '../authorization-views.js';
import { bringersOf, findAmong, type Found } from '../candidates.js';
import type { Evaluation } from '../evaluation.js';

/** Somebody who may do it, and how they come to it. */
export interface WhoCan {
  readonly userId: string;
  readonly path: readonly PathStep[];
}

/** Finds who may do something, now or at a past moment, and by which way. */
@Injectable()
export class FindWhoCan {
  constructor(private readonly views: AuthorizationViews) {}

  /**
   * @param moment - undefined: now
   * @param after - where the page before ended
   * @throws AppError `invalid_request` for a moment of which nothing is known
   */
  async execute(
    {
      resourceType: type,
      action,
      teamId,
      assurance,
    }: Pick<Evaluation, 'resourceType' | 'action' | 'teamId' | 'assurance'>,
    moment: Date | undefined,
    after: string | null,
    limit: number,
  ): Promise<Found<WhoCan>> {
    const view = await this.views.at(moment);
    const candidates = bringersOf(view.model, { resourceType: type, action });
    const question = { type, action, assurance, ...(teamId === undefined ? {} : { teamId }) };
    return findAmong(
      (last, count) => view.candidates(candidates, last, count),
      async (ids) => {
        const subjects = await view.subjects(ids);
        return ids.map((userId) => {
          const subject = subjects.get(userId);
          if (subject === undefined) return undefined;
          const { decision, path } = explain(view.model, subject, question, view.at);
          return decision.allowed ? { userId, path: path ?? [] } : undefined;
        });
      },
      after,
      limit,
    );
  }
}
