import {
  Column,
  CreateDateColumn,
  DeleteDateColumn,
  Entity,
  Index,
  PrimaryColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';

/** People who work together. Membership alone gives neither permission nor sight. */
@Entity('teams')
@Index('teams_name_key', ['name'], { unique: true, where: 'deleted_at IS NULL' })
export class Team {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'teams_pkey' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  /** Ends what the team carried. */
  @DeleteDateColumn({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;
}
