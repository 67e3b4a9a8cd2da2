import type { UserStatus } from './user-status.js';
import type { ProfileAttributes } from './user-profile.entity.js';

/** What is shown of a user. */
export interface UserView {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: string;
  readonly status: UserStatus;
  readonly attributes: ProfileAttributes;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastLoginAt: Date | null;
}

/** What may be said of a user when one is made. */
export interface NewUser {
  readonly email: string;
  readonly password?: string;
  readonly displayName?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly locale?: string;
  readonly attributes?: ProfileAttributes;
}

/** What may be changed of a user's own data. */
export type UserChanges = Partial<Omit<NewUser, 'password'>>;
