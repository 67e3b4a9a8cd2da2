import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { Database } from '../../../core/database/index.js';

/** What decides about a user now: the roles, and until when they stay the same. */
export interface RolesInForce {
  /** Sorted. */
  readonly roleIds: readonly string[];
  /** Whether one of them holds only with a second factor. */
  readonly requiresSecondFactor: boolean;
  /** Milliseconds until a window opens or closes; null when none will. */
  readonly changesInMs: number | null;
}

/** Roles of the user and of active teams within their time, and the default role. Nothing for who is not active. */
const ROLES_IN_FORCE = `
  WITH holder AS (SELECT id FROM users WHERE id = $1 AND status = 'active' AND deleted_at IS NULL),
  assigned AS (
    SELECT a.role_id, a.valid_from, a.valid_until FROM role_assignments a JOIN holder h ON a.user_id = h.id
    UNION ALL
    SELECT a.role_id, a.valid_from, a.valid_until FROM team_members m JOIN holder h ON m.user_id = h.id
    JOIN teams t ON t.id = m.team_id AND t.deleted_at IS NULL JOIN role_assignments a ON a.team_id = t.id
  ),
  in_force AS (
    SELECT role_id FROM assigned WHERE valid_from <= clock_timestamp() AND (valid_until IS NULL OR clock_timestamp() < valid_until)
    UNION SELECT r.id FROM roles r, holder WHERE r.is_default
  )
  SELECT ARRAY(SELECT role_id FROM in_force ORDER BY 1) AS "roleIds",
    EXISTS (SELECT FROM in_force JOIN roles r ON r.id = role_id AND r.requires_second_factor) AS "requiresSecondFactor", (
    SELECT (extract(epoch FROM min(edge) - clock_timestamp()) * 1000)::float8
    FROM assigned, unnest(ARRAY[valid_from, valid_until]) AS edge WHERE edge > clock_timestamp()
  ) AS "changesInMs"`;

/** Reads what decisions rest on. */
@Injectable()
export class AuthorizationRepository {
  constructor(private readonly database: Database) {}

  async rolesInForce(userId: string): Promise<RolesInForce> {
    const [row] = await this.database.query<RolesInForce>(ROLES_IN_FORCE, [userId]);
    return row ?? { roleIds: [], requiresSecondFactor: false, changesInMs: null };
  }

  /** Names and wildcards of the roles, as they were given. */
  async grantsOf(roleIds: readonly string[]): Promise<PermissionName[]> {
    const rows = await this.database.query<{ name: PermissionName }>(
      `SELECT p.name FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id WHERE rp.role_id = ANY($1)
       UNION SELECT pattern FROM role_wildcards WHERE role_id = ANY($1)`,
      [roleIds],
    );
    return rows.map(({ name }) => name);
  }

  /** Every registered permission. */
  async catalogue(): Promise<PermissionName[]> {
    const rows = await this.database.query<{ name: PermissionName }>('SELECT name FROM permissions');
    return rows.map(({ name }) => name);
  }

  /** Waits for every other change to superusers and keeps further ones waiting until the end of the transaction. */
  async lockRole(name: string): Promise<void> {
    await this.database.query('SELECT FROM roles WHERE name = $1 FOR UPDATE', [name]);
  }

  /** Active users who have the role directly, now and without end. */
  async hasLastingHolder(roleName: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT FROM role_assignments a JOIN roles r ON r.id = a.role_id JOIN users u ON u.id = a.user_id
       WHERE r.name = $1 AND a.valid_from <= clock_timestamp() AND a.valid_until IS NULL
         AND u.status = 'active' AND u.deleted_at IS NULL LIMIT 1`,
      [roleName],
    );
    return rows.length > 0;
  }
}
