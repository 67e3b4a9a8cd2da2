import { Injectable } from '@nestjs/common';
import { type PermissionName, PermissionSet } from '@auth-service/authorization';
import { type AccessPolicy, isOwn } from '../../../core/access/index.js';
import { ALL_KEYS } from '../../../core/cache/index.js';
import { type Actor, RequestContext } from '../../../core/context/index.js';
import { AppError, assertThat } from '../../../core/errors/index.js';
import { SUPERUSER } from '../../rbac/index.js';
import { AuthorizationRepository } from './authorization.repository.js';
import { PermissionCache } from './permission-cache.js';

const NAMES_SHOWN = 10;

/** Decides what the actor of a request may give away or take over (rules E1, E2, E4 and E6). */
@Injectable()
export class LiveAccessPolicy implements AccessPolicy {
  constructor(
    private readonly permissions: PermissionCache,
    private readonly repository: AuthorizationRepository,
    private readonly context: RequestContext,
  ) {}

  permissionsOf(userId: string): Promise<PermissionSet> {
    return this.permissions.get(userId);
  }

  async assertMayBestow(permissions: Iterable<PermissionName>, override: PermissionName): Promise<void> {
    const { actor } = this.context;
    if (actor === null) return;
    const held = await this.heldBy(actor);
    if (!held.has(override)) assertNoneMissing(held.missing(permissions));
  }

  async assertCovers(userId: string): Promise<void> {
    const { actor } = this.context;
    // A key of one's own is less than oneself.
    if (actor === null || (actor.userId === userId && actor.scope === undefined)) return;
    const held = await this.heldBy(actor);
    const missing = held.missing(await this.permissions.get(userId));
    // What is everybody's own no key can hold, so it need not.
    assertNoneMissing(actor.scope === undefined ? missing : missing.filter((name) => !isOwn(name)));
  }

  /** A service account holds what it was given, an API key what its owner holds of its scope. */
  private async heldBy({ userId, credential, scope }: Actor): Promise<PermissionSet> {
    if (credential === 'service_account') return scope ?? PermissionSet.EMPTY;
    const held = await this.permissions.get(userId);
    return scope === undefined ? held : held.intersection(scope);
  }

  async assertSuperuserRemains(): Promise<void> {
    await this.repository.lockRole(SUPERUSER);
    assertThat(await this.repository.hasLastingHolder(SUPERUSER), 'last_superuser');
  }

  async permissionsChanged(userIds: readonly string[] | 'all'): Promise<void> {
    await this.permissions.invalidate(userIds === 'all' ? [ALL_KEYS] : userIds);
  }
}

function assertNoneMissing(missing: readonly PermissionName[]): void {
  if (missing.length === 0) return;
  const names = missing.slice(0, NAMES_SHOWN).join(', ');
  const more = missing.length > NAMES_SHOWN ? ` and ${missing.length - NAMES_SHOWN} more` : '';
  throw new AppError('escalation_refused', { detail: `You do not hold ${names}${more}.` });
}
