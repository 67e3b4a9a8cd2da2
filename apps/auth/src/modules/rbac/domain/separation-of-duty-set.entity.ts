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

/** Roles of which nobody may be authorised for `cardinality` or more (INCITS 359, static separation of duty). */
@Entity('separation_of_duty_sets')
@Check('separation_of_duty_sets_cardinality_check', 'cardinality >= 2')
@Check('separation_of_duty_sets_name_check', 'length(name) BETWEEN 1 AND 100')
@Index('separation_of_duty_sets_name_key', ['name'], { unique: true })
export class SeparationOfDutySet {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'separation_of_duty_sets_pkey' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @Column({ type: 'integer', default: 2 })
  cardinality!: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;
}
