import { Injectable } from '@nestjs/common';
import type { PermissionName } from '@auth-service/authorization';
import type { AuthenticationLevel } from '../../../core/access/index.js';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';
import type { ApiKeyListQuery, ApiKeyView } from './api-key.view.js';

const LIVE = 'k.revoked_at IS NULL AND k.expires_at > clock_timestamp()';
const VIEW = `k.id, k.user_id AS "userId", u.email AS "userEmail", k.name, k.permissions, k.created_at AS "createdAt",
  k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt", ${LIVE} AS active`;
const FROM = 'FROM api_keys k JOIN users u ON u.id = k.user_id';

/** A key about to be kept. */
export interface NewApiKeyRow {
  readonly userId: string;
  readonly name: string;
  readonly permissions: readonly PermissionName[];
  readonly level: AuthenticationLevel;
  readonly lifeSeconds: number;
}

/** A live key as the database tells it. */
export interface LiveApiKeyRow {
  readonly id: string;
  readonly userId: string;
  readonly hash: Buffer;
  readonly permissions: readonly PermissionName[];
  readonly level: AuthenticationLevel;
  readonly createdAt: number;
  readonly endsAt: number;
}

/** Reads and writes API keys. */
@Injectable()
export class ApiKeyRepository {
  constructor(private readonly database: Database) {}

  async insert({ id, hash }: OpaqueToken, key: NewApiKeyRow): Promise<void> {
    await this.database.query(
      `INSERT INTO api_keys (id, user_id, name, hash, permissions, level, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => $7))`,
      [id, key.userId, key.name, hash, key.permissions, key.level, key.lifeSeconds],
    );
  }

  async findLive(id: string): Promise<LiveApiKeyRow | null> {
    const [row] = await this.database.query<LiveApiKeyRow>(
      `SELECT k.id, k.user_id AS "userId", k.hash, k.permissions, k.level,
         (extract(epoch FROM k.created_at) * 1000)::float8 AS "createdAt",
         (extract(epoch FROM k.expires_at) * 1000)::float8 AS "endsAt"
       ${FROM} WHERE k.id = $1 AND ${LIVE} AND u.status = 'active' AND u.deleted_at IS NULL`,
      [id],
    );
    return row ?? null;
  }

  async findView(id: string): Promise<ApiKeyView | null> {
    const [view] = await this.database.query<ApiKeyView>(`SELECT ${VIEW} ${FROM} WHERE k.id = $1`, [id]);
    return view ?? null;
  }

  async countLiveOf(userId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM api_keys k WHERE k.user_id = $1 AND ${LIVE}`,
      [userId],
    );
    return row?.count ?? 0;
  }

  /** The newest first; one row more than the limit, when there is one. */
  list({ userId, active, limit }: ApiKeyListQuery, beforeId: string | null): Promise<ApiKeyView[]> {
    return this.database.query(
      `SELECT ${VIEW} ${FROM}
       WHERE ($1::uuid IS NULL OR k.user_id = $1) AND ($2::uuid IS NULL OR k.id < $2)
         AND ($3::boolean IS NULL OR (${LIVE}) = $3)
       ORDER BY k.id DESC LIMIT $4`,
      [userId ?? null, beforeId, active ?? null, limit + 1],
    );
  }

  /**
   * @param userId - whose key it has to be; null for anyone's
   * @returns whose key was revoked now; null when it is unknown or was revoked before
   */
  async revoke(id: string, userId: string | null): Promise<{ userId: string; name: string } | null> {
    const [row] = await this.database.query<{ userId: string; name: string }>(
      `UPDATE api_keys SET revoked_at = clock_timestamp()
       WHERE id = $1 AND revoked_at IS NULL AND ($2::uuid IS NULL OR user_id = $2)
       RETURNING user_id AS "userId", name`,
      [id, userId],
    );
    return row ?? null;
  }

  /** @returns the ids of the keys that were revoked now */
  async revokeAllOf(userId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'UPDATE api_keys SET revoked_at = clock_timestamp() WHERE user_id = $1 AND revoked_at IS NULL RETURNING id',
      [userId],
    );
    return rows.map(({ id }) => id);
  }

  /** Notes when keys were last used, many at once. Rows are locked in one order. */
  async touch(uses: ReadonlyMap<string, number>): Promise<void> {
    await this.database.query(
      `WITH uses AS (SELECT * FROM unnest($1::uuid[], $2::float8[]) AS u (id, at)),
       locked AS (SELECT k.id FROM api_keys k JOIN uses USING (id) ORDER BY k.id FOR UPDATE OF k)
       UPDATE api_keys k SET last_used_at = greatest(k.last_used_at, to_timestamp(u.at / 1000))
       FROM uses u JOIN locked USING (id) WHERE k.id = u.id`,
      [[...uses.keys()], [...uses.values()]],
    );
  }
}
