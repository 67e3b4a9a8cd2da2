import type { PermissionName, PermissionSet } from '@auth-service/authorization';

/** What lower modules ask of the authorisation module, which implements this. */
export abstract class AccessPolicy {
  /** What a user may do now. */
  abstract permissionsOf(userId: string): Promise<PermissionSet>;

  /**
   * Refuses to give away more than the actor holds (rules E1 and E2). The service itself may give anything.
   *
   * @param permissions - all that the change brings, wildcards replaced
   * @param override - holders of this permission may give what they lack themselves
   * @throws AppError `escalation_refused`
   */
  abstract assertMayBestow(permissions: Iterable<PermissionName>, override: PermissionName): Promise<void>;

  /**
   * Refuses to take over somebody with more rights than the actor has (rule E4), for example by a new password.
   *
   * @throws AppError `escalation_refused`
   */
  abstract assertCovers(userId: string): Promise<void>;

  /**
   * Refuses a change after which no active superuser without expiry is left (rule E6). To be called after the change,
   * inside its transaction.
   *
   * @throws AppError `last_superuser`
   */
  abstract assertSuperuserRemains(): Promise<void>;

  /** Announces that permissions have changed: of these users, or of all. */
  abstract permissionsChanged(userIds: readonly string[] | 'all'): Promise<void>;
}

/** Why a session ended. */
export const sessionEndReasons = [
  'logout',
  'ended_by_user',
  'ended_by_administrator',
  'refresh_token_reuse',
  'token_revoked',
  'password_changed',
  'authenticators_reset',
  'taken_over',
  'user_disabled',
  'user_deleted',
] as const;
export type SessionEndReason = (typeof sessionEndReasons)[number];

/** What lower modules ask of the session module, which implements this. */
export abstract class SessionTerminator {
  /** Ends every session of a user, inside the caller's transaction. */
  abstract endAllOf(userId: string, reason: SessionEndReason): Promise<void>;
}

/** What is asked of the authenticator module, which implements this, by modules that it uses itself. */
export abstract class Authenticators {
  /** Whether an account has a second factor. */
  abstract hasSecondFactor(userId: string): Promise<boolean>;

  /** On every device a second factor is asked for again. Inside the caller's transaction. */
  abstract forgetDevicesOf(userId: string): Promise<void>;

  /** Takes every factor away. Inside the caller's transaction. */
  abstract removeAllOf(userId: string): Promise<void>;
}

/** What is asked of the account module, which implements this, by modules that it uses itself. */
export abstract class PendingAccountChanges {
  /**
   * Whatever waits for a mailed link comes to nothing: the link to reset the password, a change of address. Somebody
   * else may have asked for it. Inside the caller's transaction.
   */
  abstract cancelAllOf(userId: string): Promise<void>;
}
