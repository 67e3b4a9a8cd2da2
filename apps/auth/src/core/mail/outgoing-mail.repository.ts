import { Injectable } from '@nestjs/common';
import { containing, Database } from '../database/index.js';
import type { PlainFailure } from '../errors/index.js';
import type { MailListQuery, MailView } from './mail.view.js';
import type { OutgoingMail } from './outgoing-mail.entity.js';

/** A mail that this instance is to send now. */
export type DueMail = Pick<OutgoingMail, 'id' | 'kind' | 'recipient' | 'data' | 'attempts'>;

/** Seconds in which nobody else tries a mail that somebody has taken. */
const LEASE_SECONDS = 120;
/** A mail that could not be sent for so long is given up. */
const LIFE = "interval '1 day'";
/** What an address gets is counted over this time. */
const COUNTED = "interval '1 hour'";

const EXPIRES_AT = `coalesce(expires_at, created_at + ${LIFE})`;
const IS_WAITING = 'sent_at IS NULL AND end_reason IS NULL';
const IS_AT_REST = 'coalesce(taken_until < clock_timestamp(), true)';
const STATUS = `CASE WHEN end_reason IS NOT NULL THEN end_reason WHEN sent_at IS NOT NULL THEN 'sent' ELSE 'waiting' END`;
const VIEW = `id, recipient, kind, ${STATUS} AS status, attempts, created_at AS "createdAt",
  CASE WHEN ${IS_WAITING} THEN due_at END AS "dueAt", last_tried_at AS "lastTriedAt", sent_at AS "sentAt",
  error_code AS "errorCode", error`;

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

  /** The newest first. */
  list({ limit, search, status }: MailListQuery, afterId: string | null): Promise<MailView[]> {
    return this.database.query<MailView>(
      `SELECT ${VIEW} FROM outgoing_mails
       WHERE ($1::text IS NULL OR recipient LIKE $1) AND ($2::text IS NULL OR ${STATUS} = $2)
         AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
      [search === undefined ? null : containing(search), status ?? null, afterId, limit + 1],
    );
  }

  async find(id: string): Promise<MailView | null> {
    const [mail] = await this.database.query<MailView>(`SELECT ${VIEW} FROM outgoing_mails WHERE id = $1`, [
      id,
    ]);
    return mail ?? null;
  }

  /** Given up, or tried at least twice and still waiting; the oldest first. */
  listTroubled(limit: number): Promise<MailView[]> {
    return this.database.query<MailView>(
      `SELECT ${VIEW} FROM outgoing_mails
       WHERE end_reason = 'failed' OR (${IS_WAITING} AND attempts > 1) ORDER BY id LIMIT $1`,
      [limit],
    );
  }

  /** Takes mails that are due; other instances take others. */
  async take(limit: number): Promise<DueMail[]> {
    return this.database.query<DueMail>(
      `UPDATE outgoing_mails SET attempts = attempts + 1, last_tried_at = clock_timestamp(),
         due_at = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}),
         taken_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
       WHERE id IN (SELECT id FROM outgoing_mails WHERE ${IS_WAITING} AND due_at <= clock_timestamp()
         ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, kind, recipient, data, attempts`,
      [limit],
    );
  }

  async markSent(id: string): Promise<void> {
    await this.database.query(
      `UPDATE outgoing_mails SET sent_at = clock_timestamp(), taken_until = NULL, data = '{}', error_code = NULL, error = NULL WHERE id = $1`,
      [id],
    );
  }

  /** There was nothing (left) to say. */
  async markNotNeeded(id: string): Promise<void> {
    await this.database.query(
      `UPDATE outgoing_mails SET end_reason = 'not_needed', taken_until = NULL, data = '{}', error_code = NULL, error = NULL WHERE id = $1`,
      [id],
    );
  }

  /** Tries a mail again later, or gives it up when it has been tried for too long. @returns whether it is given up */
  async postpone(id: string, seconds: number, { code, detail }: PlainFailure): Promise<boolean> {
    const [mail] = await this.database.query<{ isGivenUp: boolean }>(
      `UPDATE outgoing_mails SET due_at = clock_timestamp() + make_interval(secs => $2), error_code = $3, error = $4,
         taken_until = NULL, end_reason = CASE WHEN ${EXPIRES_AT} < clock_timestamp() THEN 'failed' END
       WHERE id = $1 RETURNING coalesce(end_reason = 'failed', false) AS "isGivenUp"`,
      [id, seconds, code, detail],
    );
    return mail?.isGivenUp === true;
  }

  /** @returns false unless it waits or was given up, and nobody is sending it at this moment */
  async sendAgain(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE outgoing_mails SET end_reason = NULL, due_at = clock_timestamp(),
         expires_at = clock_timestamp() + ${LIFE}
       WHERE id = $1 AND sent_at IS NULL AND end_reason IS DISTINCT FROM 'not_needed' AND ${IS_AT_REST} RETURNING id`,
      [id],
    );
    return rows.length === 1;
  }

  /** @returns false unless it waits or has failed, and nobody is sending it at this moment */
  async cancel(id: string): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE outgoing_mails SET end_reason = 'cancelled'
       WHERE id = $1 AND sent_at IS NULL AND (end_reason IS NULL OR end_reason = 'failed') AND ${IS_AT_REST}
       RETURNING id`,
      [id],
    );
    return rows.length === 1;
  }

  /** Forgets, of those that do not wait, what is older than so many days. @returns how many */
  async prune(retentionDays: number, limit: number): Promise<number> {
    const rows = await this.database.query(
      `DELETE FROM outgoing_mails WHERE id IN (SELECT id FROM outgoing_mails
         WHERE created_at < clock_timestamp() - make_interval(days => $1) AND NOT (${IS_WAITING})
         LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id`,
      [retentionDays, limit],
    );
    return rows.length;
  }
}
