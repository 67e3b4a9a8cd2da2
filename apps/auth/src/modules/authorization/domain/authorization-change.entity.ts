import { Check, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AuthorizationRecordType } from '../../../core/access/index.js';

/** A record that a revision changed: the outbox that other services follow. What it is now is read when it is sent. */
@Entity('authorization_changes')
@Check('authorization_changes_type_check', `type IN ('catalogue', 'role', 'team', 'group', 'user')`)
@Index('authorization_changes_changed_at_idx', ['changedAt'])
export class AuthorizationChange {
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'authorization_changes_pkey' })
  rev!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'authorization_changes_pkey' })
  type!: AuthorizationRecordType;

  @PrimaryColumn({ name: 'record_id', type: 'text', primaryKeyConstraintName: 'authorization_changes_pkey' })
  recordId!: string;

  @CreateDateColumn({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
