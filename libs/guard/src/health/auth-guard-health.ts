import { Injectable } from '@nestjs/common';
import { Follower } from '../following/follower.js';
import { Knowledge } from '../following/knowledge.js';
import { GuardSettings } from '../module/guard-settings.js';

/** As @nestjs/terminus takes it, which need not be installed. */
export type AuthGuardHealthResult<Key extends string> = Record<
  Key,
  {
    readonly status: 'up' | 'down';
    readonly revision: number;
    /** null before the first snapshot. */
    readonly snapshotAgeMs: number | null;
    readonly isFollowing: boolean;
  }
>;

/**
 * Tells a health check whether decisions are made from memory.
 *
 * @example
 * ```ts
 * @Get('health')
 * @Public()
 * @HealthCheck()
 * check() {
 *   return this.terminus.check([() => this.authGuard.isHealthy('auth')]);
 * }
 * ```
 */
@Injectable()
export class AuthGuardHealth {
  constructor(
    private readonly knowledge: Knowledge,
    private readonly follower: Follower,
    private readonly settings: GuardSettings,
  ) {}

  /**
   * `down` while what is known is too old for routes that say nothing of staleness.
   *
   * @param key - under which it stands in the result
   */
  isHealthy<Key extends string>(key: Key): AuthGuardHealthResult<Key> {
    const { ageMs, rev } = this.knowledge;
    const result = {
      status: ageMs <= this.settings.maxStalenessMs ? 'up' : 'down',
      revision: rev,
      snapshotAgeMs: Number.isFinite(ageMs) ? Math.round(ageMs) : null,
      isFollowing: this.follower.isConnected,
    } as const;
    return { [key]: result } as AuthGuardHealthResult<Key>;
  }
}
