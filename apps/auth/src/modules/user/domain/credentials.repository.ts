import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import type { User } from './user.entity.js';

/** What a login compares with. */
export interface StoredCredentials {
  readonly id: string;
  readonly status: User['status'];
  readonly hash: string | null;
  /** As text, which keeps the microseconds. */
  readonly passwordSetAt: string | null;
  readonly passwordNeedsSecondFactor: boolean;
}

/** Reads what logins compare with, for all at once that come together. */
@Injectable()
export class CredentialsRepository {
  /** @returns null when nobody has this address, which is normalized */
  readonly find: (email: string) => Promise<StoredCredentials | null>;

  constructor(private readonly database: Database) {
    this.find = database.batched((emails: readonly string[]) => this.findAll(emails));
  }

  private async findAll(emails: readonly string[]): Promise<(StoredCredentials | null)[]> {
    const rows = await this.database.query<StoredCredentials | { id: null }>(
      `SELECT u.id, u.status, p.hash, p.changed_at::text AS "passwordSetAt",
         coalesce(p.needs_second_factor, false) AS "passwordNeedsSecondFactor"
       FROM unnest($1::text[]) WITH ORDINALITY AS asked (email, place)
         LEFT JOIN users u ON u.email = asked.email AND u.deleted_at IS NULL
         LEFT JOIN user_passwords p ON p.user_id = u.id
       ORDER BY place`,
      [emails],
    );
    return rows.map((row) => (row.id === null ? null : row));
  }
}
