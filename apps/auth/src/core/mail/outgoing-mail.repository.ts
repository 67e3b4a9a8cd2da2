import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { OutgoingMail } from './outgoing-mail.entity.js';

/** A mail that this instance is to send now. */
export type DueMail = Pick<OutgoingMail, 'id' | 'kind' | 'recipient' | 'data' | 'attempts'>;

/** Seconds in which nobody else tries a mail that somebody has taken. */
const LEASE_SECONDS = 120;
/** A mail that could not be sent for so long is given up. */
const LIFE = "interval '1 day'";
/** What an address gets is counted over this time. */
const COUNTED = "interval '1 hour'";

/** A mail that could not be sent yet. */
export type DelayedMail = Pick<OutgoingMail, 'id' | 'kind' | 'recipient' | 'attempts' | 'createdAt'>;

/** Reads and writes the mails that are to go out. */
@Injectable()
export class OutgoingMailRepository {
  constructor(private readonly database: Database) {}

  /** @returns false when the address has had as many as it may: then nothing was added */
  async insertWithin(
    mail: Pick<OutgoingMail, 'id' | 'kind' | 'recipient' | 'data'>,
    perHour: number,
  ): Promise<boolean> {
    // Two at the same moment count one after the other.
    await this.database.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [mail.recipient]);
    const rows = await this.database.query(
      `INSERT INTO outgoing_mails (id, kind, recipient, data) SELECT $1, $2, $3, $4
       WHERE (SELECT count(*) FROM outgoing_mails WHERE recipient = $3 AND created_at > clock_timestamp() - ${COUNTED}) < $5
       RETURNING id`,
      [mail.id, mail.kind, mail.recipient, JSON.stringify(mail.data), perHour],
    );
    return rows.length === 1;
  }

  /** Tried at least twice, and still waiting; the oldest first. */
  listDelayed(limit: number): Promise<DelayedMail[]> {
    return this.database.query<DelayedMail>(
      `SELECT id, kind, recipient, attempts, created_at AS "createdAt" FROM outgoing_mails
       WHERE sent_at IS NULL AND attempts > 1 ORDER BY created_at, id LIMIT $1`,
      [limit],
    );
  }

  /** Takes mails that are due; other instances take others. */
  async take(limit: number): Promise<DueMail[]> {
    return this.database.query<DueMail>(
      `UPDATE outgoing_mails SET attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
       WHERE id IN (SELECT id FROM outgoing_mails WHERE sent_at IS NULL AND due_at <= clock_timestamp()
         ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, kind, recipient, data, attempts`,
      [limit],
    );
  }

  async markSent(id: string): Promise<void> {
    await this.database.query(
      `UPDATE outgoing_mails SET sent_at = clock_timestamp(), data = '{}' WHERE id = $1`,
      [id],
    );
  }

  async postpone(id: string, seconds: number): Promise<void> {
    await this.database.query(
      'UPDATE outgoing_mails SET due_at = clock_timestamp() + make_interval(secs => $2) WHERE id = $1',
      [id, seconds],
    );
  }

  /**
   * Forgets what was sent and no longer counts, and what could not be sent for a day.
   *
   * @returns how many were never sent
   */
  async prune(): Promise<number> {
    const rows = await this.database.query<{ sent: boolean }>(
      `DELETE FROM outgoing_mails WHERE created_at < clock_timestamp() - CASE WHEN sent_at IS NULL THEN ${LIFE} ELSE ${COUNTED} END
       RETURNING sent_at IS NOT NULL AS sent`,
    );
    return rows.filter(({ sent }) => !sent).length;
  }
}
