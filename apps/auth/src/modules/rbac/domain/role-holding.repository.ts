import { Injectable } from '@nestjs/common';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type {
  AssignmentListQuery,
  ExpiringAssignment,
  RolelessUser,
  RoleHolderListQuery,
  RoleHolderView,
  TeamRoleView,
  UserRoleView,
} from './rbac.view.js';
import { windowStateOf } from './window-state.js';

const WINDOW = `a.valid_from AS "validFrom", a.valid_until AS "validUntil", a.granted_by AS "grantedBy"`;
const HELD = `a.role_id AS "roleId", r.name, ${WINDOW}`;
const CARRIED = `${HELD}, a.team_scoped AS "teamScoped"`;

/** Lists which users and teams have which roles. */
@Injectable()
export class RoleHoldingRepository {
  constructor(private readonly database: Database) {}

  /** By the name of the role; one row more than the limit, when there is one. */
  listOfUser(
    userId: string,
    query: AssignmentListQuery,
    after: PagePosition | null,
  ): Promise<UserRoleView[]> {
    return this.listOf('user_id', userId, HELD, query, after);
  }

  /** By the name of the role; one row more than the limit, when there is one. */
  listOfTeam(
    teamId: string,
    query: AssignmentListQuery,
    after: PagePosition | null,
  ): Promise<TeamRoleView[]> {
    return this.listOf('team_id', teamId, CARRIED, query, after);
  }

  private listOf<View>(
    holder: 'user_id' | 'team_id',
    id: string,
    view: string,
    { limit, search, state }: AssignmentListQuery,
    after: PagePosition | null,
  ): Promise<View[]> {
    return this.database.query(
      `SELECT ${view} FROM role_assignments a JOIN roles r ON r.id = a.role_id
       WHERE a.${holder} = $1 AND ($2::text IS NULL OR r.name > $2)
         AND ($3::text IS NULL OR lower(r.name) LIKE $3 OR lower(r.description) LIKE $3)
         AND ($4::text IS NULL OR ${windowStateOf('a')} = $4)
       ORDER BY r.name LIMIT $5`,
      [id, after?.value ?? null, search === undefined ? null : containing(search), state ?? null, limit + 1],
    );
  }

  /** Users and teams, the oldest assignment first; one row more than the limit, when there is one. */
  listHolders(
    roleId: string,
    { limit, search, state, holder }: RoleHolderListQuery,
    after: PagePosition | null,
  ): Promise<(RoleHolderView & { readonly id: string })[]> {
    return this.database.query(
      `SELECT a.id, a.user_id AS "userId", a.team_id AS "teamId", coalesce(u.email, t.name) AS name,
         a.team_scoped AS "teamScoped", ${WINDOW}
       FROM role_assignments a LEFT JOIN users u ON u.id = a.user_id LEFT JOIN teams t ON t.id = a.team_id
       WHERE a.role_id = $1 AND ($2::uuid IS NULL OR a.id > $2) AND u.deleted_at IS NULL AND t.deleted_at IS NULL
         AND ($3::text IS NULL OR lower(coalesce(u.email, t.name)) LIKE $3)
         AND ($4::text IS NULL OR ${windowStateOf('a')} = $4)
         AND ($5::text IS NULL OR $5 = CASE WHEN a.team_id IS NULL THEN 'user' ELSE 'team' END)
       ORDER BY a.id LIMIT $6`,
      [
        roleId,
        after?.id ?? null,
        search === undefined ? null : containing(search),
        state ?? null,
        holder ?? null,
        limit + 1,
      ],
    );
  }

  /** Of users and teams; the next to go first. */
  listExpiring(days: number, limit: number): Promise<ExpiringAssignment[]> {
    return this.database.query(
      `SELECT a.id, a.role_id AS "roleId", r.name AS role, a.user_id AS "userId", a.team_id AS "teamId",
         coalesce(u.email, t.name) AS holder, a.valid_until AS "validUntil"
       FROM role_assignments a JOIN roles r ON r.id = a.role_id
         LEFT JOIN users u ON u.id = a.user_id LEFT JOIN teams t ON t.id = a.team_id
       WHERE a.valid_from <= now() AND a.valid_until > now() AND a.valid_until <= now() + make_interval(days => $1)
         AND u.deleted_at IS NULL AND t.deleted_at IS NULL
       ORDER BY a.valid_until, a.id LIMIT $2`,
      [days, limit],
    );
  }

  /** The newest first. */
  listUsersWithoutRole(limit: number): Promise<RolelessUser[]> {
    return this.database.query(
      `SELECT u.id, u.email, u.created_at AS "createdAt" FROM users u
       WHERE u.deleted_at IS NULL AND u.status = 'active'
         AND NOT EXISTS (SELECT FROM role_assignments a WHERE a.user_id = u.id)
         AND NOT EXISTS (SELECT FROM team_members m JOIN role_assignments a ON a.team_id = m.team_id WHERE m.user_id = u.id)
       ORDER BY u.created_at DESC, u.id DESC LIMIT $1`,
      [limit],
    );
  }

  /** Whether there is such a team. */
  async hasTeam(teamId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT FROM teams WHERE id = $1 AND deleted_at IS NULL', [
      teamId,
    ]);
    return rows.length === 1;
  }
}
