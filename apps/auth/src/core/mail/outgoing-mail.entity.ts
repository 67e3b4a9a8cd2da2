import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A mail that is to go out, kept until it is sent. What it says is put together when it is sent: a link's secret never
 * lies here.
 */
@Entity('outgoing_mails')
@Index('outgoing_mails_due_at_idx', ['dueAt'], { where: 'sent_at IS NULL' })
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

  /** Kept for a while after, to count what an address gets. */
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true })
  sentAt!: Date | null;
}
