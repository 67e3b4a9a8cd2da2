import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FailureCode } from '../errors/index.js';

/** Why a mail is not sent any more: it could not be for too long, somebody gave it up, or there was nothing left to say. */
export type MailEndReason = 'failed' | 'cancelled' | 'not_needed';

/**
 * A mail that is to go out, and for a while what became of it. What it says is put together when it is sent: a link's
 * secret never lies here.
 */
@Entity('outgoing_mails')
@Check('outgoing_mails_end_reason_check', "end_reason IN ('failed', 'cancelled', 'not_needed')")
@Index('outgoing_mails_due_at_idx', ['dueAt'], { where: 'sent_at IS NULL AND end_reason IS NULL' })
@Index('outgoing_mails_failed_idx', ['id'], { where: "end_reason = 'failed'" })
@Index('outgoing_mails_created_at_idx', ['createdAt'])
@Index('outgoing_mails_recipient_idx', ['recipient', 'createdAt'])
export class OutgoingMail {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'outgoing_mails_pkey' })
  id!: string;

  /** Name of the mail's kind and of its templates. */
  @Column({ type: 'text' })
  kind!: string;

  /** Address, in lower case. */
  @Column({ type: 'text' })
  recipient!: string;

  /** What the kind's composer needs to know. No secrets. */
  @Column({ type: 'jsonb', default: () => "'{}'" })
  data!: Readonly<Record<string, string>>;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  /** Not tried before. While it is being sent this lies ahead, so that no other instance takes it. */
  @Column({ name: 'due_at', type: 'timestamptz', default: () => 'now()' })
  dueAt!: Date;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** While an instance sends it. */
  @Column({ name: 'taken_until', type: 'timestamptz', nullable: true })
  takenUntil!: Date | null;

  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Column({ name: 'end_reason', type: 'text', nullable: true })
  endReason!: MailEndReason | null;

  /** An attempt that fails after this is the last. null: after a day. */
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  @Column({ name: 'last_tried_at', type: 'timestamptz', nullable: true })
  lastTriedAt!: Date | null;

  /** Of the last attempt that failed. */
  @Column({ name: 'error_code', type: 'text', nullable: true })
  errorCode!: FailureCode | null;

  @Column({ type: 'text', nullable: true })
  error!: string | null;
}
