import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A role in a set of separation of duty. */
@Entity('separation_of_duty_roles')
@Index('separation_of_duty_roles_role_id_idx', ['roleId'])
export class SeparationOfDutyRole {
  @PrimaryColumn({ name: 'set_id', type: 'uuid', primaryKeyConstraintName: 'separation_of_duty_roles_pkey' })
  setId!: string;

  @ManyToOne('SeparationOfDutySet', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'set_id', foreignKeyConstraintName: 'separation_of_duty_roles_set_id_fkey' })
  set?: unknown;

  @PrimaryColumn({ name: 'role_id', type: 'uuid', primaryKeyConstraintName: 'separation_of_duty_roles_pkey' })
  roleId!: string;

  @ManyToOne('Role', { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'role_id', foreignKeyConstraintName: 'separation_of_duty_roles_role_id_fkey' })
  role?: unknown;
}
