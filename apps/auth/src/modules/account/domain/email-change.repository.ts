import { Injectable } from '@nestjs/common';
import { Database } from '../../../core/database/index.js';
import { EmailChange } from './email-change.entity.js';

/** What is shown of a change of address. */
export type PendingEmail = Pick<EmailChange, 'email' | 'createdAt' | 'expiresAt'>;

/** Reads and writes changes of address that wait for their confirmation. */
@Injectable()
export class EmailChangeRepository {
  constructor(private readonly database: Database) {}

  /** Takes the place of an earlier one. */
  async save(userId: string, email: string, lifeSeconds: number): Promise<void> {
    await this.database.query(
      `INSERT INTO email_changes (user_id, email, expires_at) VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3))
       ON CONFLICT (user_id) DO UPDATE SET email = excluded.email, created_at = now(), expires_at = excluded.expires_at`,
      [userId, email, lifeSeconds],
    );
  }

  async find(userId: string): Promise<PendingEmail | null> {
    const [row] = await this.database.query<PendingEmail>(
      `SELECT email, created_at AS "createdAt", expires_at AS "expiresAt" FROM email_changes
       WHERE user_id = $1 AND expires_at > clock_timestamp()`,
      [userId],
    );
    return row ?? null;
  }

  /** @returns false when none was pending */
  async delete(userId: string): Promise<boolean> {
    const { affected } = await this.database.repository(EmailChange).delete({ userId });
    return affected === 1;
  }

  async prune(): Promise<void> {
    await this.database.query('DELETE FROM email_changes WHERE expires_at < clock_timestamp()');
  }
}
