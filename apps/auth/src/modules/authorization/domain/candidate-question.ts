import type { PermissionName } from '@auth-service/authorization';

/** Who can come into question for a permission. */
export interface CandidateQuestion {
  /** Roles of which each brings the permission. */
  readonly roleIds: readonly string[];
  /** Whether one of them is everybody's. */
  readonly everybody: boolean;
  readonly permissions: readonly PermissionName[];
}
