import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** A setting that was changed while the service runs. A row stays when its setting is reset, so that its version goes on. */
@Entity('settings')
export class Setting {
  /** As in the environment, for example `LOG_LEVEL`. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'settings_pkey' })
  name!: string;

  /** Written as in the environment. null: the environment's value holds. */
  @Column({ type: 'text', nullable: true })
  value!: string | null;

  @VersionColumn()
  version!: number;

  /** null: the service itself. No foreign key: who has left still changed it, and so may a service account have. */
  @Column({ name: 'changed_by', type: 'uuid', nullable: true })
  changedBy!: string | null;

  @Column({ name: 'changed_at', type: 'timestamptz', default: () => 'now()' })
  changedAt!: Date;
}
