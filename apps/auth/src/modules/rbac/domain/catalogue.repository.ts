import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { containing, Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import { Permission } from './permission.entity.js';
import type { PermissionListQuery, PermissionView, ResourceListQuery, ResourceView } from './rbac.view.js';
import { Resource } from './resource.entity.js';
import type { MissingPermission, RegisteredResource } from './service-catalogue.js';

const PERMISSION = `p.id, p.name, r.key AS resource, p.action, p.description, p.deprecated_at AS "deprecatedAt", p.version,
  p.created_at AS "createdAt", p.updated_at AS "updatedAt"`;
const RESOURCE = `id, key, service, description, version, created_at AS "createdAt", updated_at AS "updatedAt"`;

/** Reads and writes the catalogue: resources and permissions. */
@Injectable()
export class CatalogueRepository {
  constructor(private readonly database: Database) {}

  /** By key; one row more than the limit, when there is one. */
  listResources(
    { limit, search, service }: ResourceListQuery,
    after: PagePosition | null,
  ): Promise<ResourceView[]> {
    return this.database.query(
      `SELECT ${RESOURCE} FROM resources
       WHERE ($1::text IS NULL OR key > $1) AND ($2::text IS NULL OR key LIKE $2 OR lower(description) LIKE $2)
         AND ($3::text IS NULL OR service = $3)
       ORDER BY key LIMIT $4`,
      [after?.value ?? null, search === undefined ? null : containing(search), service ?? null, limit + 1],
    );
  }

  /** By name; one row more than the limit, when there is one. */
  listPermissions(
    { limit, search, resource, deprecated }: PermissionListQuery,
    after: PagePosition | null,
  ): Promise<PermissionView[]> {
    return this.database.query(
      `SELECT ${PERMISSION} FROM permissions p JOIN resources r ON r.id = p.resource_id
       WHERE ($1::text IS NULL OR p.name > $1) AND ($2::text IS NULL OR p.name LIKE $2 OR lower(p.description) LIKE $2)
         AND ($3::text IS NULL OR r.key = $3) AND ($4::boolean IS NULL OR (p.deprecated_at IS NOT NULL) = $4)
       ORDER BY p.name LIMIT $5`,
      [
        after?.value ?? null,
        search === undefined ? null : containing(search),
        resource ?? null,
        deprecated ?? null,
        limit + 1,
      ],
    );
  }

  async findPermissionView(id: string): Promise<PermissionView | null> {
    const [view] = await this.database.query<PermissionView>(
      `SELECT ${PERMISSION} FROM permissions p JOIN resources r ON r.id = p.resource_id WHERE p.id = $1`,
      [id],
    );
    return view ?? null;
  }

  findResource(id: string): Promise<Resource | null> {
    return this.database.repository(Resource).findOneBy({ id });
  }

  /** Locks the row until the end of the transaction. */
  findResourceForUpdate(id: string): Promise<Resource | null> {
    return this.database.repository(Resource).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks the row until the end of the transaction. */
  findPermissionForUpdate(id: string): Promise<Permission | null> {
    return this.database
      .repository(Permission)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  findResourceByKey(key: string): Promise<Resource | null> {
    return this.database.repository(Resource).findOneBy({ key });
  }

  /** Every registered permission. */
  async allNames(): Promise<PermissionName[]> {
    const rows = await this.database.query<{ name: PermissionName }>('SELECT name FROM permissions');
    return rows.map(({ name }) => name);
  }

  /** The resources of a service, and those of others that have one of the keys; with their permissions. */
  listForService(service: string, keys: readonly string[]): Promise<RegisteredResource[]> {
    return this.database.query(
      `SELECT r.id, r.key, r.service, r.description,
         coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'action', p.action,
             'description', p.description, 'isDeprecated', p.deprecated_at IS NOT NULL) ORDER BY p.name)
           FROM permissions p WHERE p.resource_id = r.id), '[]') AS permissions
       FROM resources r WHERE r.service = $1 OR r.key = ANY($2) ORDER BY r.key`,
      [service, keys],
    );
  }

  /** Adds permissions of resources that are registered. */
  async insertPermissions(
    permissions: readonly (MissingPermission & { readonly id: string })[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO permissions (id, resource_id, action, name, description)
       SELECT n.id, r.id, n.action, n.name, n.description
       FROM json_to_recordset($1) AS n (id uuid, resource text, action text, name text, description text)
       JOIN resources r ON r.key = n.resource`,
      [JSON.stringify(permissions)],
    );
  }

  /** Marks permissions as no longer declared by any code, or takes the mark away. */
  async markDeprecated(ids: readonly string[], isDeprecated: boolean): Promise<void> {
    await this.database.query(
      `UPDATE permissions SET deprecated_at = CASE WHEN $2 THEN now() END, updated_at = now(), version = version + 1
       WHERE id = ANY($1)`,
      [ids, isDeprecated],
    );
  }

  async idsOf(names: readonly PermissionName[]): Promise<Map<PermissionName, string>> {
    const rows = await this.database.query<{ id: string; name: PermissionName }>(
      'SELECT id, name FROM permissions WHERE name = ANY($1)',
      [names],
    );
    return new Map(rows.map(({ id, name }) => [name, id]));
  }

  async insertResource(resource: Pick<Resource, 'id' | 'key' | 'service' | 'description'>): Promise<void> {
    await this.database.repository(Resource).insert(resource);
  }

  async saveResource(resource: Resource): Promise<void> {
    await this.database.repository(Resource).save(resource);
  }

  async deleteResource(id: string): Promise<void> {
    await this.database.repository(Resource).delete({ id });
  }

  async insertPermission(
    permission: Pick<Permission, 'id' | 'resourceId' | 'action' | 'name' | 'description'>,
  ): Promise<void> {
    await this.database.repository(Permission).insert(permission);
  }

  async savePermission(permission: Permission): Promise<void> {
    await this.database.repository(Permission).save(permission);
  }

  async deletePermission(id: string): Promise<void> {
    await this.database.repository(Permission).delete({ id });
  }
}
