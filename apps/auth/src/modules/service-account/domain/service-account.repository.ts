import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import { Database } from '../../../core/database/index.js';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import type { ClientSecretView, ServiceAccountContent, ServiceAccountView } from './service-account.view.js';

const VIEW = `a.id, a.name, a.description, a.permissions, a.status, a.created_by AS "createdBy", a.created_at AS "createdAt",
  a.updated_at AS "updatedAt", a.version`;
const SECRET = `id, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`;
/** A permission that was deleted from the catalogue counts no more. */
const REGISTERED = `ARRAY(SELECT p.name FROM permissions p WHERE p.name = ANY(a.permissions)) AS permissions`;

/** A live account as the database tells it. */
export interface LiveServiceAccountRow {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly PermissionName[];
}

/** Reads and writes service accounts and their secrets. */
@Injectable()
export class ServiceAccountRepository {
  constructor(private readonly database: Database) {}

  /** In the order of their making; one row more than the limit, when there is one. */
  list(limit: number, afterId: string | null): Promise<ServiceAccountView[]> {
    return this.database.query(
      `SELECT ${VIEW} FROM service_accounts a WHERE $1::uuid IS NULL OR a.id > $1 ORDER BY a.id LIMIT $2`,
      [afterId, limit + 1],
    );
  }

  async find(id: string): Promise<ServiceAccountView | null> {
    const [view] = await this.database.query<ServiceAccountView>(
      `SELECT ${VIEW} FROM service_accounts a WHERE a.id = $1`,
      [id],
    );
    return view ?? null;
  }

  async findForUpdate(id: string): Promise<ServiceAccountView | null> {
    const [view] = await this.database.query<ServiceAccountView>(
      `SELECT ${VIEW} FROM service_accounts a WHERE a.id = $1 FOR UPDATE`,
      [id],
    );
    return view ?? null;
  }

  async findLive(id: string): Promise<LiveServiceAccountRow | null> {
    const [row] = await this.database.query<LiveServiceAccountRow>(
      `SELECT a.id, a.name, ${REGISTERED} FROM service_accounts a WHERE a.id = $1 AND a.status = 'active'`,
      [id],
    );
    return row ?? null;
  }

  async insert(id: string, content: ServiceAccountContent, createdBy: string | null): Promise<void> {
    const { name, description, permissions, status } = content;
    await this.database.query(
      `INSERT INTO service_accounts (id, name, description, permissions, status, created_by) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, name, description, permissions, status, createdBy],
    );
  }

  async update(id: string, { name, description, permissions, status }: ServiceAccountContent): Promise<void> {
    await this.database.query(
      `UPDATE service_accounts SET name = $2, description = $3, permissions = $4, status = $5,
         updated_at = clock_timestamp(), version = version + 1 WHERE id = $1`,
      [id, name, description, permissions, status],
    );
  }

  async delete(id: string): Promise<void> {
    await this.database.query('DELETE FROM service_accounts WHERE id = $1', [id]);
  }

  /** Which of these permissions are registered. */
  async registered(names: readonly PermissionName[]): Promise<ReadonlySet<PermissionName>> {
    const rows = await this.database.query<{ name: PermissionName }>(
      'SELECT name FROM permissions WHERE name = ANY($1)',
      [names],
    );
    return new Set(rows.map(({ name }) => name));
  }

  listSecrets(serviceAccountId: string): Promise<ClientSecretView[]> {
    return this.database.query(
      `SELECT ${SECRET} FROM client_secrets WHERE service_account_id = $1 ORDER BY id`,
      [serviceAccountId],
    );
  }

  async insertSecret(
    serviceAccountId: string,
    secret: OpaqueToken,
    expiresAt: Date | null,
  ): Promise<ClientSecretView> {
    const [view] = await this.database.query<ClientSecretView>(
      `INSERT INTO client_secrets (id, service_account_id, hash, expires_at) VALUES ($1, $2, $3, $4) RETURNING ${SECRET}`,
      [secret.id, serviceAccountId, secret.hash, expiresAt],
    );
    if (view === undefined) throw new Error('a secret was not kept');
    return view;
  }

  /** @returns false when there is no such secret */
  async deleteSecret(serviceAccountId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM client_secrets WHERE service_account_id = $1 AND id = $2 RETURNING id',
      [serviceAccountId, id],
    );
    return rows.length === 1;
  }

  /** The hash of a secret that is good, of an account that may act. */
  async findSecretHash(serviceAccountId: string, id: string): Promise<Buffer | null> {
    const [row] = await this.database.query<{ hash: Buffer }>(
      `SELECT s.hash FROM client_secrets s JOIN service_accounts a ON a.id = s.service_account_id
       WHERE s.id = $1 AND a.id = $2 AND a.status = 'active'
         AND (s.expires_at IS NULL OR s.expires_at > clock_timestamp())`,
      [id, serviceAccountId],
    );
    return row?.hash ?? null;
  }

  /** Notes the use of a secret, once a minute. */
  async touchSecret(id: string): Promise<void> {
    await this.database.query(
      `UPDATE client_secrets SET last_used_at = clock_timestamp()
       WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < clock_timestamp() - interval '1 minute')`,
      [id],
    );
  }
}
