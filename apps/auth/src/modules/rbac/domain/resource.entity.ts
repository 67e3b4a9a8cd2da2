import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  PrimaryColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';

/** A kind of thing that is protected, for example `deal`. */
@Entity('resources')
@Check('resources_key_check', `key ~ '^[a-z][a-z0-9_]{0,63}$'`)
@Index('resources_key_key', ['key'], { unique: true })
export class Resource {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'resources_pkey' })
  id!: string;

  @Column({ type: 'text' })
  key!: string;

  /** The service that owns it. */
  @Column({ type: 'text' })
  service!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;
}
