import { Injectable } from '@nestjs/common';
import { isWildcard, PermissionSet } from '@auth-service/authorization';
import { InvalidationChannel, LiveCache } from '../../../core/cache/index.js';
import { AuthorizationRepository } from './authorization.repository.js';

interface RolesOfUser {
  readonly roleIds: readonly string[];
  readonly changesInMs: number | null;
  readonly permissions: PermissionSet;
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
  peek(userId: string): PermissionSet | undefined {
    return this.users.peek(userId)?.permissions;
  }

  async get(userId: string): Promise<PermissionSet> {
    const known = await this.users.get(
      userId,
      () => this.load(userId),
      ({ changesInMs }) => changesInMs ?? Infinity,
    );
    return known?.permissions ?? PermissionSet.EMPTY;
  }

  /** @param userIds - whose permissions have changed; `*` for all */
  async invalidate(userIds: readonly string[]): Promise<void> {
    await this.users.invalidate(...userIds);
  }

  private async load(userId: string): Promise<RolesOfUser> {
    const { roleIds, changesInMs } = await this.repository.rolesInForce(userId);
    const permissions = await this.sets.get(roleIds.join(), () => this.expand(roleIds));
    return { roleIds, changesInMs, permissions: permissions ?? PermissionSet.EMPTY };
  }

  private async expand(roleIds: readonly string[]): Promise<PermissionSet> {
    const grants = await this.repository.grantsOf(roleIds);
    return PermissionSet.expand(grants, grants.some(isWildcard) ? await this.repository.catalogue() : []);
  }
}
