import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { Database } from '../../../core/database/index.js';
import { CANDIDATES } from './structure-sql.js';

/** Who can come into question for a permission. */
export interface CandidateQuestion {
  /** Roles of which each brings the permission. */
  readonly roleIds: readonly string[];
  /** Whether one of them is everybody's. */
  readonly everybody: boolean;
  readonly permissions: readonly PermissionName[];
}

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
