import {
  Check,
  Column,
  CreateDateColumn,
  DeleteDateColumn,
  Entity,
  Index,
  PrimaryColumn,
  UpdateDateColumn,
  VersionColumn,
} from 'typeorm';
import type { UserStatus } from './user-status.js';

/** A person's core data. The names of the columns follow OpenID Connect's standard claims. */
@Entity('users')
@Check('users_status_check', `status IN ('active', 'disabled')`)
@Check('users_email_check', `email = lower(email) AND length(email) BETWEEN 3 AND 254`)
@Index('users_email_key', ['email'], { unique: true, where: 'deleted_at IS NULL' })
@Index('users_created_at_idx', ['createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('users_display_name_idx', ['displayName', 'id'], { where: 'deleted_at IS NULL' })
export class User {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'users_pkey' })
  id!: string;

  /** In lower case. */
  @Column({ type: 'text' })
  email!: string;

  @Column({ name: 'email_verified_at', type: 'timestamptz', nullable: true })
  emailVerifiedAt!: Date | null;

  @Column({ name: 'display_name', type: 'text', default: '' })
  displayName!: string;

  @Column({ name: 'given_name', type: 'text', default: '' })
  givenName!: string;

  @Column({ name: 'family_name', type: 'text', default: '' })
  familyName!: string;

  /** BCP 47 language tag. */
  @Column({ type: 'text', default: 'en' })
  locale!: string;

  @Column({ type: 'text', default: 'active' })
  status!: UserStatus;

  @Column({ name: 'last_login_at', type: 'timestamptz', nullable: true })
  lastLoginAt!: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @DeleteDateColumn({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  @VersionColumn({ type: 'integer', default: 1 })
  version!: number;
}
