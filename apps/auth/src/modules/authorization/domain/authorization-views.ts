import { Injectable } from '@nestjs/common';
import { AuthorizationModel, type SubjectRecord } from '@auth-service/authorization';
import { AppError } from '../../../core/errors/index.js';
import { AuthorizationState } from './authorization-state.js';
import type { CandidateQuestion } from './candidate-question.js';
import { CandidateRepository } from './candidate.repository.js';
import { PastRepository } from './past.repository.js';

/** What decisions rest on at one moment. */
export interface AuthorizationView {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly model: AuthorizationModel;
  /** Users by their ids; unknown ones are left out. */
  subjects(userIds: readonly string[]): Promise<ReadonlyMap<string, SubjectRecord>>;
  /** Ids, in their order, of users for whom it is worth asking. */
  candidates(question: CandidateQuestion, after: string | null, limit: number): Promise<string[]>;
}

/** Looks at roles and teams as they are, or as they were. */
@Injectable()
export class AuthorizationViews {
  constructor(
    private readonly state: AuthorizationState,
    private readonly candidates: CandidateRepository,
    private readonly history: PastRepository,
  ) {}

  /**
   * @param moment - undefined: now
   * @throws AppError `invalid_request` for a moment that is to come, or of which nothing is known
   */
  async at(moment: Date | undefined): Promise<AuthorizationView> {
    return moment === undefined ? this.present() : this.past(moment);
  }

  private async present(): Promise<AuthorizationView> {
    const { model } = await this.state.structure();
    return {
      at: this.state.now(),
      model,
      subjects: async (userIds) => {
        const standings = await this.state.getMany(userIds);
        return new Map([...standings].map(([id, { subject }]) => [id, subject]));
      },
      candidates: (question, after, limit) => this.candidates.list(question, after, limit),
    };
  }

  private async past(moment: Date): Promise<AuthorizationView> {
    if (moment.getTime() > Date.now()) throw refused('at must not be in the future');
    const beginning = await this.history.beginning();
    if (beginning === null || moment < beginning)
      throw refused(`nothing is known before ${(beginning ?? new Date()).toISOString()}`);
    return {
      at: moment.getTime(),
      model: new AuthorizationModel(await this.history.structure(moment)),
      subjects: async (userIds) => {
        const subjects = await this.history.subjects(moment, userIds);
        return new Map(subjects.map((subject) => [subject.id, subject]));
      },
      candidates: (question, after, limit) => this.history.candidates(moment, question, after, limit),
    };
  }
}

const refused = (message: string): AppError => AppError.forField('invalid_request', 'at', message);
