import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';

/** A set of roles that must be apart. */
export interface DutySet {
  readonly id: string;
  readonly name: string;
  readonly cardinality: number;
  readonly roleIds: readonly string[];
}

/** Who may have no more than so many of the duties, each of which comes by any of several roles. */
export interface DutyQuestion {
  readonly set: DutySet;
  readonly limit: number;
  /** For each duty the roles that bring it. */
  readonly duties: readonly (readonly string[])[];
}

/** Somebody who has too many of the duties of a set. */
export interface DutyOffence {
  readonly userId: string;
  readonly setId: string;
}

/** Every role that a user has or will have: directly, and by teams that exist. */
const HOLDINGS = `
  SELECT user_id, role_id FROM role_assignments
  WHERE user_id IS NOT NULL AND (valid_until IS NULL OR valid_until > clock_timestamp())
  UNION ALL
  SELECT m.user_id, a.role_id FROM role_assignments a JOIN teams t ON t.id = a.team_id AND t.deleted_at IS NULL
  JOIN team_members m ON m.team_id = t.id WHERE a.valid_until IS NULL OR a.valid_until > clock_timestamp()`;

/** Reads who has which duties. */
@Injectable()
export class DutyRepository {
  constructor(private readonly database: Database) {}

  list(): Promise<DutySet[]> {
    return this.database.query(
      `SELECT id, name, cardinality, ARRAY(SELECT role_id FROM separation_of_duty_roles r WHERE r.set_id = s.id) AS "roleIds"
       FROM separation_of_duty_sets s`,
    );
  }

  /** Users with as many duties of a set as it forbids, deleted ones apart: all sets are asked for in one statement. */
  findOffences(
    questions: readonly DutyQuestion[],
    among: readonly string[] | undefined,
    most: number,
  ): Promise<DutyOffence[]> {
    const brought = questions.flatMap(({ set, limit, duties }) =>
      duties.flatMap((roleIds, duty) => roleIds.map((role) => ({ set: set.id, limit, duty, role }))),
    );
    return this.database.query(
      `SELECT h.user_id AS "userId", d.set AS "setId" FROM (${HOLDINGS}) h
       JOIN json_to_recordset($1) AS d ("set" uuid, "limit" int, duty int, role uuid) ON d.role = h.role_id
       JOIN users u ON u.id = h.user_id AND u.deleted_at IS NULL
       WHERE $2::uuid[] IS NULL OR h.user_id = ANY($2)
       GROUP BY h.user_id, d.set HAVING count(DISTINCT d.duty) >= min(d.limit) LIMIT $3`,
      [JSON.stringify(brought), among ?? null, most],
    );
  }
}
