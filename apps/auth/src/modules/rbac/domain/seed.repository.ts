import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import type { ResourceDeclaration } from '../../../core/access/index.js';
import { Database, newId } from '../../../core/database/index.js';
import type { BuiltInRole } from './built-in-roles.js';

/** Writes the initial data. Every method may be repeated. */
@Injectable()
export class SeedRepository {
  constructor(private readonly database: Database) {}

  /** @returns how many permissions are new */
  async ensureResource({ key, description, actions }: ResourceDeclaration, service: string): Promise<number> {
    await this.database.query(
      `INSERT INTO resources (id, key, service, description) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING`,
      [newId(), key, service, description],
    );
    let added = 0;
    for (const [action, text] of Object.entries(actions)) {
      const rows = await this.database.query(
        `INSERT INTO permissions (id, resource_id, action, name, description)
         SELECT $1, id, $3, $2 || ':' || $3, $4 FROM resources WHERE key = $2 ON CONFLICT (name) DO NOTHING RETURNING id`,
        [newId(), key, action, text],
      );
      added += rows.length;
    }
    return added;
  }

  /** @returns the role's id when something was changed */
  async ensureRole({ name, description, isDefault, grants }: BuiltInRole): Promise<string[]> {
    await this.database.query(
      `INSERT INTO roles (id, name, description, is_system, is_default) VALUES ($1, $2, $3, true, $4) ON CONFLICT (name) DO NOTHING`,
      [newId(), name, description, isDefault],
    );
    return this.ensureGrants(name, grants);
  }

  private async ensureGrants(role: string, grants: readonly PermissionName[]): Promise<string[]> {
    const changed = await this.database.query<{ id: string }>(
      `WITH role AS (SELECT id FROM roles WHERE name = $1 AND is_system), gone AS (
         DELETE FROM role_wildcards w USING role WHERE w.role_id = role.id AND w.pattern <> ALL($2) RETURNING w.role_id
       ), added AS (
         INSERT INTO role_wildcards (role_id, pattern) SELECT role.id, unnest($2::text[]) FROM role
         ON CONFLICT DO NOTHING RETURNING role_id
       ) SELECT role_id AS id FROM gone UNION SELECT role_id FROM added`,
      [role, grants],
    );
    return changed.map(({ id }) => id);
  }
}
