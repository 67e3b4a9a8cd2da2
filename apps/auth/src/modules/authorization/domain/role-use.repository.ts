import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';

/**
 * Holders are found by the indexes of assignments and teams, and of each the sessions and keys by theirs; for a role that
 * everybody has, nobody is looked for.
 */
const LAST_USED = `
  WITH RECURSIVE heirs AS (
    SELECT $1::uuid AS id UNION SELECT p.role_id FROM role_parents p JOIN heirs h ON h.id = p.parent_id
  ), given AS (
    SELECT a.user_id, a.team_id FROM role_assignments a JOIN heirs h ON h.id = a.role_id
    WHERE a.valid_from <= clock_timestamp() AND (a.valid_until IS NULL OR a.valid_until > clock_timestamp())
  ), holders AS (
    SELECT user_id AS id FROM given WHERE user_id IS NOT NULL
    UNION SELECT m.user_id FROM given g JOIN teams t ON t.id = g.team_id AND t.deleted_at IS NULL
      JOIN team_members m ON m.team_id = t.id
  )
  SELECT CASE WHEN EXISTS (SELECT FROM roles r JOIN heirs h ON h.id = r.id WHERE r.is_default)
    THEN greatest((SELECT max(last_login_at) FROM users), (SELECT max(last_used_at) FROM sessions),
      (SELECT max(last_used_at) FROM api_keys))
    ELSE (SELECT max(greatest(
        u.last_login_at,
        (SELECT max(s.last_used_at) FROM sessions s WHERE s.user_id = u.id),
        (SELECT max(k.last_used_at) FROM api_keys k WHERE k.user_id = u.id)
      )) FROM users u JOIN holders USING (id) WHERE u.deleted_at IS NULL)
  END AS at`;

/** Reads when roles were of use, from what is known of their holders: nothing is written for it. */
@Injectable()
export class RoleUseRepository {
  constructor(private readonly database: Database) {}

  /** When somebody who has a role now was last active; null: nobody who has it was. */
  async lastUsedAt(roleId: string): Promise<Date | null> {
    const [use] = await this.database.query<{ at: Date | null }>(LAST_USED, [roleId]);
    return use?.at ?? null;
  }
}
