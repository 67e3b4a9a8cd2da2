import type { VisibilityLevel } from '@auth-service/authorization';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** The level of new items of a type whose creator is in the group or below it. */
@Entity('visibility_group_defaults')
@Check('visibility_group_defaults_type_check', `resource_type ~ '^[a-z][a-z0-9_]{0,63}$'`)
@Check('visibility_group_defaults_level_check', 'level IN (1, 3, 5, 7)')
export class VisibilityGroupDefault {
  @PrimaryColumn({
    name: 'group_id',
    type: 'uuid',
    primaryKeyConstraintName: 'visibility_group_defaults_pkey',
  })
  groupId!: string;

  @ManyToOne('VisibilityGroup', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'group_id', foreignKeyConstraintName: 'visibility_group_defaults_group_id_fkey' })
  group?: unknown;

  @PrimaryColumn({
    name: 'resource_type',
    type: 'text',
    primaryKeyConstraintName: 'visibility_group_defaults_pkey',
  })
  resourceType!: string;

  @Column({ type: 'smallint' })
  level!: VisibilityLevel;
}
