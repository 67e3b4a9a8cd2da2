import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import type { PagePosition } from '../../../core/http/page.js';
import { UserPassword } from './user-password.entity.js';
import { type ProfileAttributes, UserProfile } from './user-profile.entity.js';
import type { NewPassword } from './new-password.js';
import { User } from './user.entity.js';
import type { UserListQuery, UserSort } from './user-list.js';
import type { UserView } from './user.view.js';

const columns = {
  createdAt: { name: 'u.created_at', type: 'timestamptz' },
  email: { name: 'u.email', type: 'text' },
  displayName: { name: 'u.display_name', type: 'text' },
} as const;

const VIEW = `u.id, u.email, u.email_verified_at IS NOT NULL AS "emailVerified", u.display_name AS "displayName",
  u.given_name AS "givenName", u.family_name AS "familyName", u.locale, u.status,
  coalesce(p.attributes, '{}') AS attributes, u.version, u.created_at AS "createdAt", u.updated_at AS "updatedAt",
  u.last_login_at AS "lastLoginAt"`;
const FROM = 'FROM users u LEFT JOIN user_profiles p ON p.user_id = u.id WHERE u.deleted_at IS NULL';

/** More are not counted one by one. */
const SAMPLED_PASSWORDS = 200_000;

/** Password hashes that take as long as one another. */
export interface PasswordKind {
  /** One of them. */
  readonly example: string;
  readonly count: number;
}

/** How many came on a day (UTC, `2026-03-14`). */
export interface NewUserCount {
  readonly day: string;
  readonly count: number;
}

/** Reads and writes users. */
@Injectable()
export class UserRepository {
  constructor(private readonly database: Database) {}

  countNewByDay(days: number): Promise<NewUserCount[]> {
    return this.database.query<NewUserCount>(
      `SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS count FROM users
       WHERE deleted_at IS NULL
         AND created_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' - make_interval(days => $1 - 1)
       GROUP BY 1 ORDER BY 1`,
      [days],
    );
  }

  async findView(id: string): Promise<UserView | null> {
    const [view] = await this.database.query<UserView>(`SELECT ${VIEW} ${FROM} AND u.id = $1`, [id]);
    return view ?? null;
  }

  async findViewByEmail(email: string): Promise<UserView | null> {
    const [view] = await this.database.query<UserView>(`SELECT ${VIEW} ${FROM} AND u.email = $1`, [email]);
    return view ?? null;
  }

  /** Locks the row until the end of the transaction. */
  findForUpdate(id: string): Promise<User | null> {
    return this.database.repository(User).findOne({ where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** One row more than the limit, when there is one. `after` is where the page before ended. */
  async list(
    query: UserListQuery,
    sort: UserSort,
    after: PagePosition | null,
  ): Promise<(UserView & { sortValue: string })[]> {
    const { name, type } = columns[sort.replace('-', '') as keyof typeof columns];
    const [direction, comparison] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
    const values: unknown[] = [];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const conditions: string[] = [];
    if (query.status !== undefined) conditions.push(`u.status = ${bind(query.status)}`);
    if (query.search !== undefined) {
      const pattern = bind(`%${query.search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`);
      conditions.push(`(u.email LIKE ${pattern} OR lower(u.display_name) LIKE ${pattern}
        OR lower(u.given_name || ' ' || u.family_name) LIKE ${pattern})`);
    }
    if (after !== null) {
      conditions.push(
        `(${name}, u.id) ${comparison} (${bind(after.value)}::${type}, ${bind(after.id)}::uuid)`,
      );
    }
    return this.database.query(
      `SELECT ${VIEW}, ${name}::text AS "sortValue" ${FROM} ${conditions.map((condition) => `AND ${condition}`).join(' ')}
       ORDER BY ${name} ${direction}, u.id ${direction} LIMIT ${bind(query.limit + 1)}`,
      values,
    );
  }

  /** Exact up to a bound: counting on would cost more than the figure is worth. */
  async count(query: Pick<UserListQuery, 'status'>, bound: number): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM (SELECT FROM users
       WHERE deleted_at IS NULL AND ($1::text IS NULL OR status = $1) LIMIT $2) bounded`,
      [query.status ?? null, bound],
    );
    return row?.count ?? 0;
  }

  async insert(user: Pick<User, 'id' | 'email'> & Partial<User>): Promise<void> {
    await this.database.repository(User).insert(user);
  }

  /** Writes the changed columns and counts the version up. */
  async save(user: User): Promise<void> {
    await this.database.repository(User).save(user);
  }

  async softDelete(id: string): Promise<void> {
    await this.database.repository(User).softDelete({ id });
  }

  async saveAttributes(userId: string, attributes: ProfileAttributes): Promise<void> {
    await this.database.query(
      `INSERT INTO user_profiles (user_id, attributes) VALUES ($1, $2)
       ON CONFLICT (user_id) DO UPDATE SET attributes = excluded.attributes`,
      [userId, JSON.stringify(attributes)],
    );
  }

  async removeProfile(userId: string): Promise<void> {
    await this.database.repository(UserProfile).delete({ userId });
  }

  async savePassword(userId: string, { hash, needsSecondFactor }: NewPassword): Promise<void> {
    await this.database
      .repository(UserPassword)
      .upsert({ userId, hash, needsSecondFactor, changedAt: new Date() }, { conflictPaths: ['userId'] });
  }

  /** Renews a hash, unless the password was changed meanwhile. */
  async replacePasswordHash(userId: string, old: string, renewed: string): Promise<void> {
    await this.database.repository(UserPassword).update({ userId, hash: old }, { hash: renewed });
  }

  /** Whether a user's password is too short to be the only factor. */
  async passwordNeedsSecondFactor(userId: string): Promise<boolean> {
    return this.database.repository(UserPassword).existsBy({ userId, needsSecondFactor: true });
  }

  async hasPassword(userId: string): Promise<boolean> {
    return this.database.repository(UserPassword).existsBy({ userId });
  }

  /**
   * How many hashes there are of each kind: of the same algorithm and costs. A huge table is sampled.
   *
   * @returns in an order that stays
   */
  async countPasswordKinds(): Promise<readonly PasswordKind[]> {
    const [{ percent } = { percent: 100 }] = await this.database.query<{ percent: number }>(
      `SELECT least(100, 100 * $1 / greatest(reltuples, 1)) AS percent FROM pg_class WHERE oid = 'user_passwords'::regclass`,
      [SAMPLED_PASSWORDS],
    );
    return this.database.query<PasswordKind>(
      `SELECT min(hash) AS example, count(*)::int AS count FROM user_passwords TABLESAMPLE SYSTEM ($1)
       GROUP BY CASE WHEN hash ~ '^(sha\\d+[+])?[$]2[aby][$]' THEN left(hash, -53)
         ELSE regexp_replace(hash, '[$][^$]*[$][^$]*$', '') END ORDER BY 1`,
      [percent],
    );
  }

  async removePassword(userId: string): Promise<void> {
    await this.database.repository(UserPassword).delete({ userId });
  }

  /** @returns false when the password is another one than that set at `passwordSetAt` */
  /** @returns the address; null when the password is not of that moment any more */
  async noteLogin(userId: string, passwordSetAt: string | null): Promise<string | null> {
    const [user] = await this.database.query<{ email: string }>(
      `UPDATE users SET last_login_at = now() WHERE id = $1
         AND ($2::timestamptz IS NULL
           OR EXISTS (SELECT FROM user_passwords WHERE user_id = $1 AND changed_at = $2::timestamptz)) RETURNING email`,
      [userId, passwordSetAt],
    );
    return user?.email ?? null;
  }
}
