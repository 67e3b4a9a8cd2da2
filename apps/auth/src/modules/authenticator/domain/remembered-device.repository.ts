import { Injectable } from '@nestjs/common';
import type { OpaqueToken } from '../../../core/crypto/index.js';
import { Database } from '../../../core/database/index.js';
import type { RememberedDeviceView } from './authenticator.view.js';

/** Where a device was seen. */
export interface DeviceOrigin {
  readonly userAgent: string;
  readonly ipAddress: string;
}

/** Reads and writes remembered devices. */
@Injectable()
export class RememberedDeviceRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a device, for longer when it is known. */
  async upsert(
    { id, hash }: OpaqueToken,
    userId: string,
    { userAgent, ipAddress }: DeviceOrigin,
    lifeSeconds: number,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO remembered_devices (id, user_id, hash, user_agent, ip_address, expires_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(secs => $6))
       ON CONFLICT (id) DO UPDATE SET user_id = excluded.user_id, hash = excluded.hash, user_agent = excluded.user_agent,
         ip_address = excluded.ip_address, expires_at = excluded.expires_at`,
      [id, userId, hash, userAgent, ipAddress, lifeSeconds],
    );
  }

  /** Notes the use of a device; false when it is not one of this user's, or not any more. */
  async use({ id, hash }: OpaqueToken, userId: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE remembered_devices SET last_used_at = clock_timestamp()
       WHERE id = $1 AND hash = $2 AND user_id = $3 AND expires_at > clock_timestamp() RETURNING id`,
      [id, hash, userId],
    );
    return rows.length === 1;
  }

  list(userId: string): Promise<RememberedDeviceView[]> {
    return this.database.query(
      `SELECT id, user_agent AS "userAgent", host(ip_address) AS "ipAddress", created_at AS "createdAt",
         last_used_at AS "lastUsedAt", expires_at AS "expiresAt"
       FROM remembered_devices WHERE user_id = $1 AND expires_at > clock_timestamp() ORDER BY id DESC LIMIT 100`,
      [userId],
    );
  }

  async delete(userId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'DELETE FROM remembered_devices WHERE user_id = $1 AND id = $2 RETURNING id',
      [userId, id],
    );
    return rows.length === 1;
  }

  async deleteAllOf(userId: string): Promise<void> {
    await this.database.query(
      'DELETE FROM remembered_devices WHERE user_id = $1 OR expires_at < clock_timestamp()',
      [userId],
    );
  }
}
