import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A permission of a role. */
@Entity('role_permissions')
@Index('role_permissions_permission_id_idx', ['permissionId'])
export class RolePermission {
  @PrimaryColumn({ name: 'role_id', type: 'uuid', primaryKeyConstraintName: 'role_permissions_pkey' })
  roleId!: string;

  @ManyToOne('Role', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'role_id', foreignKeyConstraintName: 'role_permissions_role_id_fkey' })
  role?: unknown;

  @PrimaryColumn({ name: 'permission_id', type: 'uuid', primaryKeyConstraintName: 'role_permissions_pkey' })
  permissionId!: string;

  @ManyToOne('Permission', { onDelete: 'RESTRICT' })
  @JoinColumn({ name: 'permission_id', foreignKeyConstraintName: 'role_permissions_permission_id_fkey' })
  permission?: unknown;
}
