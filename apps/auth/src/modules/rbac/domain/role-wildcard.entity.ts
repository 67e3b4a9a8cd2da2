import type { PermissionName } from '@auth-service/authorization';
import { Check, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** A wildcard of a role, for example `deal:*`: stands for every registered permission that it matches, future ones too. */
@Entity('role_wildcards')
@Check(
  'role_wildcards_pattern_check',
  `pattern ~ '^(\\*|[a-z][a-z0-9_]{0,63}):(\\*|[a-z][a-z0-9_]{0,63})$' AND pattern LIKE '%*%'`,
)
export class RoleWildcard {
  @PrimaryColumn({ name: 'role_id', type: 'uuid', primaryKeyConstraintName: 'role_wildcards_pkey' })
  roleId!: string;

  @ManyToOne('Role', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'role_id', foreignKeyConstraintName: 'role_wildcards_role_id_fkey' })
  role?: unknown;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'role_wildcards_pkey' })
  pattern!: PermissionName;
}
