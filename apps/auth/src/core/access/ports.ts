import type { PermissionName, PermissionSet } from '@auth-service/authorization';

/** What lower modules ask of the authorisation module, which implements this. */
export abstract class AccessPolicy {
  /** What a user may do now. */
  abstract permissionsOf(userId: string): Promise<PermissionSet>;

  /** Tells whether the actor of this request holds a permission everywhere; the service itself holds all. */
  abstract actorHolds(permission: PermissionName): Promise<boolean>;

  /**
   * Refuses to give away more than the actor holds, or for longer (rules E1, E2 and E3). The service itself may give
   * anything.
   *
   * @param permissions - all that the change brings, now and by its wildcards
   * @param override - holders of this permission may give what they lack themselves
   * @param validUntil - when the gift ends; null or nothing: never
   * @throws AppError `escalation_refused`, `grant_outlives_own`; `not_while_impersonating` for who acts in somebody
   *   else's name
   */
  abstract assertMayBestow(
    permissions: PermissionSet,
    override: PermissionName,
    validUntil?: Date | null,
  ): Promise<void>;

  /**
   * Refuses to bring somebody into a team that carries more than the actor holds (rule E1).
   *
   * @throws AppError `escalation_refused`, `grant_outlives_own`
   */
  abstract assertMayBringInto(teamId: string): Promise<void>;

  /** Those of the users who have roles now that must be apart. Inside the transaction of the change. */
  abstract findDutyOffenders(userIds: readonly string[]): Promise<readonly string[]>;

  /** For each set of roles the name of a rule that somebody new breaks with them; null: they may have them. */
  abstract findBrokenDuties(roleSets: readonly (readonly string[])[]): Promise<readonly (string | null)[]>;

  /**
   * Refuses a change after which somebody has roles that must be apart. To be called after the change, inside its
   * transaction.
   *
   * @param userIds - whom the change can concern; nothing: anybody
   * @throws AppError `separation_of_duty`
   */
  abstract assertDutiesSeparated(userIds?: readonly string[]): Promise<void>;

  /**
   * Refuses to take over somebody with more rights than the actor has (rule E4), for example by a new password. What they
   * will have counts, and of disabled people what they would have.
   *
   * @throws AppError `escalation_refused`; `not_while_impersonating` for who acts in somebody else's name
   */
  abstract assertCovers(userId: string): Promise<void>;

  /**
   * Refuses a change after which no active superuser without expiry is left (rule E6). To be called after the change,
   * inside its transaction.
   *
   * @throws AppError `last_superuser`
   */
  abstract assertSuperuserRemains(): Promise<void>;
}

/** What decisions rest on. */
export const authorizationRecordTypes = ['catalogue', 'role', 'team', 'group', 'user'] as const;
export type AuthorizationRecordType = (typeof authorizationRecordTypes)[number];

/** Under this topic of the invalidation channel it is announced that the catalogue has changed. */
export const CATALOGUE_TOPIC = 'catalogue';

/** Who sends a revision with this header wants an answer that is at least as new: not one from memory. */
export const MIN_REVISION_HEADER = 'x-authz-min-revision';

/** How lower modules tell that they change what decisions rest on. The authorisation module implements this. */
export abstract class AuthorizationChanges {
  /**
   * Makes every other such change wait until the end of this transaction. To be called before reading what is checked:
   * two changes that are right alone may be wrong together.
   */
  abstract serialize(): Promise<void>;

  /**
   * Notes what this transaction changes, for all instances and for the services that follow.
   *
   * @param ids - of the records; none for the catalogue, which is one
   */
  abstract note(type: AuthorizationRecordType, ids?: readonly string[]): Promise<void>;
}

/** What is asked of the auth module, which implements this, by answers that go on for a while. */
export abstract class Callers {
  /**
   * Tells whether what a request was let in with still opens its route.
   *
   * @param authorization - the request's `Authorization` header
   */
  abstract mayStill(authorization: string, permission: PermissionName): Promise<boolean>;
}

/** Why a session ended. */
export const sessionEndReasons = [
  'logout',
  'ended_by_user',
  'ended_by_administrator',
  'refresh_token_reuse',
  'token_revoked',
  'password_changed',
  'password_withdrawn',
  'authenticators_reset',
  'taken_over',
  'user_disabled',
  'user_deleted',
  'impersonation_ended',
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

/** When roles were of use. The authorisation module implements this. */
export abstract class RoleUse {
  /**
   * When somebody who has a role now – directly, by a team, or by a role that inherits from it – was last active: at a
   * login, in a session or by an API key. Whether they needed the role for it is not known.
   *
   * @returns null when nobody who has it was
   */
  abstract lastUsedAt(roleId: string): Promise<Date | null>;
}
