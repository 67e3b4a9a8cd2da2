import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { containing, Database, newId } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { AssignmentListQuery, PermissionGrantView } from './rbac.view.js';
import type { ValidityWindow } from './validity-window.js';
import { windowStateOf } from './window-state.js';

const WINDOW = `g.valid_from AS "validFrom", g.valid_until AS "validUntil", g.granted_by AS "grantedBy"`;
const VIEW = `p.name AS permission, ${WINDOW}`;

/** Reads and writes the permissions that users have without a role. */
@Injectable()
export class PermissionGrantRepository {
  constructor(private readonly database: Database) {}

  /** By name; one row more than the limit, when there is one. */
  listOfUser(
    userId: string,
    { limit, search, state }: AssignmentListQuery,
    after: PagePosition | null,
  ): Promise<PermissionGrantView[]> {
    return this.database.query(
      `SELECT ${VIEW} FROM permission_grants g JOIN permissions p ON p.id = g.permission_id
       WHERE g.user_id = $1 AND ($2::text IS NULL OR p.name > $2)
         AND ($3::text IS NULL OR p.name LIKE $3 OR lower(p.description) LIKE $3)
         AND ($4::text IS NULL OR ${windowStateOf('g')} = $4)
       ORDER BY p.name LIMIT $5`,
      [
        userId,
        after?.value ?? null,
        search === undefined ? null : containing(search),
        state ?? null,
        limit + 1,
      ],
    );
  }

  async find(userId: string, permission: PermissionName): Promise<PermissionGrantView | null> {
    const [grant] = await this.database.query<PermissionGrantView>(
      `SELECT ${VIEW} FROM permission_grants g JOIN permissions p ON p.id = g.permission_id
       WHERE g.user_id = $1 AND p.name = $2`,
      [userId, permission],
    );
    return grant ?? null;
  }

  /**
   * Gives the permission, or changes the time for which it is given.
   *
   * @returns what holds from then on; null when it is not registered
   */
  async upsert(
    userId: string,
    permission: PermissionName,
    { validFrom, validUntil }: ValidityWindow,
    grantedBy: string | null,
  ): Promise<PermissionGrantView | null> {
    const [grant] = await this.database.query<PermissionGrantView>(
      `WITH g AS (
         INSERT INTO permission_grants AS g (id, user_id, permission_id, valid_from, valid_until, granted_by)
         SELECT $1, $2, id, coalesce($4, now()), $5, $6 FROM permissions WHERE name = $3
         ON CONFLICT (user_id, permission_id)
         DO UPDATE SET valid_from = coalesce($4, g.valid_from), valid_until = $5, granted_by = $6 RETURNING g.*
       ) SELECT ${VIEW} FROM g JOIN permissions p ON p.id = g.permission_id`,
      [newId(), userId, permission, validFrom ?? null, validUntil ?? null, grantedBy],
    );
    return grant ?? null;
  }

  /** @returns what held until then; null when the user did not have it */
  async delete(userId: string, permission: PermissionName): Promise<PermissionGrantView | null> {
    const [grant] = await this.database.query<PermissionGrantView>(
      `DELETE FROM permission_grants g USING permissions p
       WHERE g.user_id = $1 AND p.id = g.permission_id AND p.name = $2 RETURNING ${VIEW}`,
      [userId, permission],
    );
    return grant ?? null;
  }
}
