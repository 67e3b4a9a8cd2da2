import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import { CANDIDATES } from './structure-sql.js';
import type { CandidateQuestion } from './candidate-question.js';

/** Finds users of whom it is worth asking. */
@Injectable()
export class CandidateRepository {
  constructor(private readonly database: Database) {}

  /** @returns ids in their order, behind `after` */
  async list(
    { roleIds, everybody, permissions }: CandidateQuestion,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(CANDIDATES, [
      after,
      everybody,
      roleIds,
      permissions,
      limit,
    ]);
    return rows.map(({ id }) => id);
  }
}
