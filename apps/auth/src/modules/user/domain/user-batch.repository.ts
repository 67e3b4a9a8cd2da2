import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import type { TransferredUser } from './transferred-user.js';

/** Reads and writes many users with one statement. */
@Injectable()
export class UserBatchRepository {
  constructor(private readonly database: Database) {}

  /** Who has these addresses. */
  findIdsByEmail(emails: readonly string[]): Promise<{ id: string; email: string }[]> {
    return this.database.query('SELECT id, email FROM users WHERE email = ANY ($1) AND deleted_at IS NULL', [
      emails,
    ]);
  }

  /** The addresses of users, of deleted ones too. */
  findEmails(ids: readonly string[]): Promise<{ id: string; email: string }[]> {
    return this.database.query('SELECT id, email FROM users WHERE id = ANY ($1)', [ids]);
  }

  /** Which of the ids are users'. */
  async findExisting(ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM users WHERE id = ANY ($1) AND deleted_at IS NULL',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns the ids of those whose address was free */
  async insert(users: readonly TransferredUser[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `INSERT INTO users (id, email, email_verified_at, display_name, given_name, family_name, locale, status, created_at)
       SELECT id, email, CASE WHEN "emailVerified" THEN now() END, "displayName", "givenName", "familyName", locale, status,
         coalesce("createdAt", now())
       FROM jsonb_to_recordset($1) AS r (id uuid, email text, "emailVerified" boolean, "displayName" text,
         "givenName" text, "familyName" text, locale text, status text, "createdAt" timestamptz)
       ON CONFLICT (email) WHERE deleted_at IS NULL DO NOTHING RETURNING id`,
      [JSON.stringify(users)],
    );
    return rows.map(({ id }) => id);
  }

  async insertPasswords(users: readonly TransferredUser[]): Promise<void> {
    await this.database.query(
      `INSERT INTO user_passwords (user_id, hash)
       SELECT id, "passwordHash" FROM jsonb_to_recordset($1) AS r (id uuid, "passwordHash" text)
       WHERE "passwordHash" IS NOT NULL`,
      [JSON.stringify(users)],
    );
  }

  async insertProfiles(users: readonly TransferredUser[]): Promise<void> {
    await this.database.query(
      `INSERT INTO user_profiles (user_id, attributes)
       SELECT id, attributes FROM jsonb_to_recordset($1) AS r (id uuid, attributes jsonb) WHERE attributes IS NOT NULL`,
      [JSON.stringify(users)],
    );
  }

  /** By id. @param afterId - where the page before ended */
  list(afterId: string | null, limit: number, withHashes: boolean): Promise<TransferredUser[]> {
    const hash = withHashes ? 'w.hash' : 'NULL';
    return this.database.query(
      `SELECT u.id, u.email, u.email_verified_at IS NOT NULL AS "emailVerified", u.display_name AS "displayName",
         u.given_name AS "givenName", u.family_name AS "familyName", u.locale, u.status, u.created_at AS "createdAt",
         p.attributes, ${hash} AS "passwordHash"
       FROM users u LEFT JOIN user_profiles p ON p.user_id = u.id LEFT JOIN user_passwords w ON w.user_id = u.id
       WHERE u.deleted_at IS NULL AND ($1::uuid IS NULL OR u.id > $1) ORDER BY u.id LIMIT $2`,
      [afterId, limit],
    );
  }

  async count(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM users WHERE deleted_at IS NULL',
    );
    return row?.count ?? 0;
  }
}
