import { Check, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A role inherits all that its parent brings. */
@Entity('role_parents')
@Check('role_parents_self_check', 'role_id <> parent_id')
@Index('role_parents_parent_id_idx', ['parentId'])
export class RoleParent {
  @PrimaryColumn({ name: 'role_id', type: 'uuid', primaryKeyConstraintName: 'role_parents_pkey' })
  roleId!: string;

  @ManyToOne('Role', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'role_id', foreignKeyConstraintName: 'role_parents_role_id_fkey' })
  role?: unknown;

  @PrimaryColumn({ name: 'parent_id', type: 'uuid', primaryKeyConstraintName: 'role_parents_pkey' })
  parentId!: string;

  @ManyToOne('Role', { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'role_parents_parent_id_fkey' })
  parent?: unknown;
}
