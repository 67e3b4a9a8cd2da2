import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';

/** Attributes, checked against a JSON Schema. */
export type ProfileAttributes = Readonly<Record<string, unknown>>;

/** A user's supplementary data, apart from the core columns. */
@Entity('user_profiles')
@Check('user_profiles_attributes_check', `jsonb_typeof(attributes) = 'object'`)
export class UserProfile {
  @PrimaryColumn({ name: 'user_id', type: 'uuid', primaryKeyConstraintName: 'user_profiles_pkey' })
  userId!: string;

  @OneToOne('User', { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_profiles_user_id_fkey' })
  user?: unknown;

  @Column({ type: 'jsonb', default: {} })
  attributes!: ProfileAttributes;
}
