import { Injectable } from '@nestjs/common';
import type { PermissionName, PermissionSet } from '@auth-service/authorization';
import type { AccessPolicy } from '../../../core/access/index.js';
import { ALL_KEYS } from '../../../core/cache/index.js';
import { RequestContext } from '../../../core/context/index.js';
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
    const held = await this.permissions.get(actor.userId);
    if (!held.has(override)) assertNoneMissing(held.missing(permissions));
  }

  async assertCovers(userId: string): Promise<void> {
    const { actor } = this.context;
    if (actor === null || actor.userId === userId) return;
    const held = await this.permissions.get(actor.userId);
    assertNoneMissing(held.missing(await this.permissions.get(userId)));
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
