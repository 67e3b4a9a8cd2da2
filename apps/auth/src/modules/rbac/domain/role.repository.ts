import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PermissionName } from '@auth-service/authorization';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import type { NamedListQuery, RoleListQuery, RolePermissionView, RoleView } from './rbac.view.js';
import { Role } from './role.entity.js';

const VIEW = `r.id, r.name, r.description, r.is_system AS "isSystem", r.is_default AS "isDefault",
  r.requires_second_factor AS "requiresSecondFactor", r.version,
  r.created_at AS "createdAt", r.updated_at AS "updatedAt",
  ARRAY(SELECT p.name FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id WHERE rp.role_id = r.id
        UNION SELECT pattern FROM role_wildcards w WHERE w.role_id = r.id ORDER BY 1) AS permissions,
  ARRAY(SELECT rp.parent_id FROM role_parents rp JOIN roles p ON p.id = rp.parent_id WHERE rp.role_id = r.id
        ORDER BY p.name) AS "parentIds"`;

/** The roles that bring the permission `$1`: by name, by a wildcard or by inheritance. */
const BRINGING = `WITH RECURSIVE bringing AS (
    (SELECT rp.role_id AS id FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id WHERE p.name = $1
     UNION SELECT w.role_id FROM role_wildcards w JOIN permissions p
       ON w.pattern IN (split_part(p.name, ':', 1) || ':*', '*:' || p.action, '*:*') WHERE p.name = $1)
    UNION SELECT c.role_id FROM role_parents c JOIN bringing b ON b.id = c.parent_id
  )`;

/** A role and the roles that it inherits from, directly or not. */
export interface InheritedRole {
  readonly id: string;
  readonly parentIds: readonly string[];
}

/** Reads and writes roles. */
@Injectable()
export class RoleRepository {
  constructor(private readonly database: Database) {}

  /** By name; one row more than the limit, when there is one. */
  list(
    { limit, search, permission, isSystem, parentId }: RoleListQuery,
    after: PagePosition | null,
  ): Promise<RoleView[]> {
    return this.database.query(
      `${BRINGING} SELECT ${VIEW} FROM roles r
       WHERE ($1::text IS NULL OR r.id IN (SELECT id FROM bringing)) AND ($2::text IS NULL OR r.name > $2)
         AND ($3::text IS NULL OR lower(r.name) LIKE $3 OR lower(r.description) LIKE $3)
         AND ($4::boolean IS NULL OR r.is_system = $4)
         AND ($5::uuid IS NULL OR EXISTS (SELECT FROM role_parents c WHERE c.role_id = r.id AND c.parent_id = $5))
       ORDER BY r.name LIMIT $6`,
      [
        permission ?? null,
        after?.value ?? null,
        search === undefined ? null : containing(search),
        isSystem ?? null,
        parentId ?? null,
        limit + 1,
      ],
    );
  }

  /** The roles that one inherits from directly, by name; one row more than the limit, when there is one. */
  listParentsOf(
    id: string,
    { limit, search }: NamedListQuery,
    after: PagePosition | null,
  ): Promise<RoleView[]> {
    return this.database.query(
      `SELECT ${VIEW} FROM roles r JOIN role_parents child ON child.parent_id = r.id
       WHERE child.role_id = $1 AND ($2::text IS NULL OR r.name > $2)
         AND ($3::text IS NULL OR lower(r.name) LIKE $3 OR lower(r.description) LIKE $3)
       ORDER BY r.name LIMIT $4`,
      [id, after?.value ?? null, search === undefined ? null : containing(search), limit + 1],
    );
  }

  /** Names and wildcards that a role itself holds, by name; one row more than the limit, when there is one. */
  listPermissionsOf(
    id: string,
    { limit, search }: NamedListQuery,
    after: PagePosition | null,
  ): Promise<RolePermissionView[]> {
    return this.database.query(
      `SELECT name, description, "deprecatedAt" FROM (
         SELECT p.name, p.description, p.deprecated_at AS "deprecatedAt"
         FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id WHERE rp.role_id = $1
         UNION ALL SELECT pattern, '', NULL FROM role_wildcards WHERE role_id = $1
       ) AS held
       WHERE ($2::text IS NULL OR name > $2) AND ($3::text IS NULL OR name LIKE $3 OR lower(description) LIKE $3)
       ORDER BY name LIMIT $4`,
      [id, after?.value ?? null, search === undefined ? null : containing(search), limit + 1],
    );
  }

  async findView(id: string): Promise<RoleView | null> {
    const [view] = await this.database.query<RoleView>(`SELECT ${VIEW} FROM roles r WHERE r.id = $1`, [id]);
    return view ?? null;
  }

  /** Locks the row until the end of the transaction. */
  findForUpdate(id: string): Promise<Role | null> {
    return this.database.repository(Role).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Those of the roles that exist; locks their rows, in one order for all, until the end of the transaction. */
  findAllForUpdate(ids: readonly string[]): Promise<Role[]> {
    return this.database
      .repository(Role)
      .find({ where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  findByName(name: string): Promise<Role | null> {
    return this.database.repository(Role).findOneBy({ name });
  }

  async insert(role: Pick<Role, 'id' | 'name' | 'description'> & Partial<Role>): Promise<void> {
    await this.database.repository(Role).insert(role);
  }

  async save(role: Role): Promise<void> {
    await this.database.repository(Role).save(role);
  }

  async delete(id: string): Promise<void> {
    await this.database.repository(Role).delete({ id });
  }

  /** Which roles each role inherits from directly; of those that inherit from any. */
  listParents(): Promise<InheritedRole[]> {
    return this.database.query(
      'SELECT role_id AS id, array_agg(parent_id) AS "parentIds" FROM role_parents GROUP BY role_id',
    );
  }

  /** Names and wildcards of the roles and of all that they inherit from, as they were given. */
  async listGrants(ids: readonly string[]): Promise<PermissionName[]> {
    const rows = await this.database.query<{ name: PermissionName }>(
      `WITH RECURSIVE closure AS (
         SELECT unnest($1::uuid[]) AS id UNION SELECT rp.parent_id FROM role_parents rp JOIN closure c ON c.id = rp.role_id
       )
       SELECT p.name FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id
       WHERE rp.role_id IN (SELECT id FROM closure)
       UNION SELECT pattern FROM role_wildcards WHERE role_id IN (SELECT id FROM closure)`,
      [ids],
    );
    return rows.map(({ name }) => name);
  }

  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      'SELECT id, name FROM roles WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Makes the role inherit from exactly these. */
  async replaceParents(id: string, parentIds: readonly string[]): Promise<void> {
    await this.database.query(
      `WITH kept AS (SELECT unnest($2::uuid[]) AS parent_id), gone AS (
         DELETE FROM role_parents WHERE role_id = $1 AND parent_id NOT IN (SELECT parent_id FROM kept)
       ) INSERT INTO role_parents (role_id, parent_id) SELECT $1, parent_id FROM kept ON CONFLICT DO NOTHING`,
      [id, parentIds],
    );
  }

  /** Makes the role hold exactly these permissions and wildcards. */
  async replaceGrants(
    id: string,
    permissionIds: readonly string[],
    wildcards: readonly PermissionName[],
  ): Promise<void> {
    await this.database.query(
      `WITH kept AS (SELECT unnest($2::uuid[]) AS permission_id), gone AS (
         DELETE FROM role_permissions WHERE role_id = $1 AND permission_id NOT IN (SELECT permission_id FROM kept)
       ) INSERT INTO role_permissions (role_id, permission_id) SELECT $1, permission_id FROM kept ON CONFLICT DO NOTHING`,
      [id, permissionIds],
    );
    await this.database.query(
      `WITH kept AS (SELECT unnest($2::text[]) AS pattern), gone AS (
         DELETE FROM role_wildcards WHERE role_id = $1 AND pattern NOT IN (SELECT pattern FROM kept)
       ) INSERT INTO role_wildcards (role_id, pattern) SELECT $1, pattern FROM kept ON CONFLICT DO NOTHING`,
      [id, wildcards],
    );
  }
}
