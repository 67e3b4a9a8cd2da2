import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** Which user of another service became which user here. It stays when the user is deleted: nobody comes back. */
@Entity('imported_users')
@Index('imported_users_user_id_idx', ['userId'])
export class ImportedUser {
  /** Name of the other service. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'imported_users_pkey' })
  source!: string;

  /** The user's id there. */
  @PrimaryColumn({ name: 'external_id', type: 'text', primaryKeyConstraintName: 'imported_users_pkey' })
  externalId!: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId!: string;

  @ManyToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'imported_users_user_id_fkey' })
  user?: unknown;
}
