import type { UserStatus } from './user-status.js';

/** By what users may be sorted; a minus in front reverses. Nothing else is accepted. */
export const userSorts = [
  'createdAt',
  '-createdAt',
  'email',
  '-email',
  'displayName',
  '-displayName',
] as const;
export type UserSort = (typeof userSorts)[number];

/** Which users are wanted. */
export interface UserListQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly sort?: UserSort;
  readonly status?: UserStatus;
  /** Part of the e-mail address or of a name. */
  readonly search?: string;
}
