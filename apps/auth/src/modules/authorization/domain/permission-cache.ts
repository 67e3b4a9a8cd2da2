import { Injectable } from '@nestjs/common';
import { isWildcard, PermissionSet } from '@auth-service/authorization';
import type { AuthenticationLevel } from '../../../core/access/index.js';
import { InvalidationChannel, LiveCache } from '../../../core/cache/index.js';
import { AuthorizationRepository } from './authorization.repository.js';

interface RolesOfUser {
  readonly roleIds: readonly string[];
  readonly changesInMs: number | null;
  readonly permissions: PermissionSet;
  /** What holds in a session without a second factor. */
  readonly withoutSecondFactor: PermissionSet;
}

/** What the sets and the users are remembered under. */
const TOPIC = 'permissions';

/**
 * Permissions of users, remembered until a change is announced or a window of an assignment opens or closes.
 * Sets are kept once for each set of roles, since thousands of users share a few.
 */
@Injectable()
export class PermissionCache {
  private readonly users: LiveCache<RolesOfUser>;
  private readonly sets: LiveCache<PermissionSet>;

  constructor(
    channel: InvalidationChannel,
    private readonly repository: AuthorizationRepository,
  ) {
    this.users = new LiveCache(channel, { topic: TOPIC, max: 100_000, ttlMs: 30_000 });
    this.sets = new LiveCache(channel, { topic: TOPIC, max: 1000, ttlMs: 30_000 });
  }

  /** The remembered permissions, without a question to the database; undefined when none are. */
  peek(userId: string, level: AuthenticationLevel): PermissionSet | undefined {
    const known = this.users.peek(userId);
    return known === undefined ? undefined : atLevel(known, level);
  }

  /** @param level - of the session in which they are to hold */
  async get(userId: string, level: AuthenticationLevel = 'aal2'): Promise<PermissionSet> {
    const known = await this.users.get(
      userId,
      () => this.load(userId),
      ({ changesInMs }) => changesInMs ?? Infinity,
    );
    return known === null ? PermissionSet.EMPTY : atLevel(known, level);
  }

  /** Whether a role of the user holds only with a second factor. */
  async wantsSecondFactor(userId: string): Promise<boolean> {
    return (await this.get(userId, 'aal1')) !== (await this.get(userId, 'aal2'));
  }

  /** @param userIds - whose permissions have changed; `*` for all */
  async invalidate(userIds: readonly string[]): Promise<void> {
    await this.users.invalidate(...userIds);
  }

  private async load(userId: string): Promise<RolesOfUser> {
    const { roleIds, changesInMs, requiresSecondFactor } = await this.repository.rolesInForce(userId);
    const permissions =
      (await this.sets.get(roleIds.join(), () => this.expand(roleIds))) ?? PermissionSet.EMPTY;
    const withoutSecondFactor = requiresSecondFactor ? ownOnly(permissions) : permissions;
    return { roleIds, changesInMs, permissions, withoutSecondFactor };
  }

  private async expand(roleIds: readonly string[]): Promise<PermissionSet> {
    const grants = await this.repository.grantsOf(roleIds);
    return PermissionSet.expand(grants, grants.some(isWildcard) ? await this.repository.catalogue() : []);
  }
}

const atLevel = (
  { permissions, withoutSecondFactor }: RolesOfUser,
  level: AuthenticationLevel,
): PermissionSet => (level === 'aal2' ? permissions : withoutSecondFactor);

/** Enough to set up a second factor: one's own profile, sessions and authenticators. */
const ownOnly = (permissions: PermissionSet): PermissionSet =>
  PermissionSet.expand(
    permissions.toSortedArray().filter((name) => name.startsWith('own_')),
    [],
  );
