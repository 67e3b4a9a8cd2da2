import type { ProfileAttributes } from './user-profile.entity.js';
import type { UserStatus } from './user-status.js';

/** A user as one moves from or to another service. */
export interface TransferredUser {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: string;
  readonly status: UserStatus;
  /** null: now. */
  readonly createdAt: Date | null;
  readonly attributes: ProfileAttributes | null;
  /** As it is kept; null: nobody logs in with a password until one is set. */
  readonly passwordHash: string | null;
}
