import { Injectable } from '@nestjs/common';
import { type Access, type PermissionName, PermissionSet } from '@auth-service/authorization';
import { type AccessPolicy, AuthorizationChanges, isOwn } from '../../../core/access/index.js';
import { type Actor, RequestContext } from '../../../core/context/index.js';
import { AppError, assertThat } from '../../../core/errors/index.js';
import { SUPERUSER } from '../../rbac/index.js';
import { AuthorizationState } from './authorization-state.js';
import { SeparationOfDuty } from './separation-of-duty.js';
import { StructureRepository } from './structure.repository.js';

const NAMES_SHOWN = 10;

/** What somebody would give away. */
interface Gift {
  readonly permissions: readonly PermissionName[];
  /** Holders of this permission may give what they lack themselves. */
  readonly override: PermissionName;
  /** Milliseconds since 1970; undefined: for good. */
  readonly until: number | undefined;
  /** The team in which alone it would hold. */
  readonly teamId?: string;
}

/** Decides what the actor of a request may give away or take over (rules E1 to E4 and E6). */
@Injectable()
export class LiveAccessPolicy implements AccessPolicy {
  constructor(
    private readonly state: AuthorizationState,
    private readonly repository: StructureRepository,
    private readonly changes: AuthorizationChanges,
    private readonly duties: SeparationOfDuty,
    private readonly context: RequestContext,
  ) {}

  async permissionsOf(userId: string): Promise<PermissionSet> {
    return (await this.accessOf(userId))?.permissions ?? PermissionSet.EMPTY;
  }

  async actorHolds(permission: PermissionName): Promise<boolean> {
    const { actor } = this.context;
    return actor === null || (await this.heldBy(actor)).has(permission);
  }

  async assertMayBestow(
    permissions: Iterable<PermissionName>,
    override: PermissionName,
    validUntil: Date | null = null,
  ): Promise<void> {
    await this.assertCoversGift({ permissions: [...permissions], override, until: validUntil?.getTime() });
  }

  async assertMayBringInto(teamId: string): Promise<void> {
    const { model } = await this.state.structure();
    const now = this.state.now();
    const roles = (model.teams.get(teamId)?.roles ?? []).filter(
      ({ validUntil }) => validUntil === null || validUntil > now,
    );
    for (const { roleId, teamScoped, validUntil } of roles) {
      await this.assertCoversGift({
        permissions: [...model.permissionsOf([roleId])],
        override: 'rbac:bind',
        until: validUntil ?? undefined,
        // What holds in the team alone is given away by who holds it there.
        ...(teamScoped ? { teamId } : {}),
      });
    }
  }

  findDutyOffenders(userIds: readonly string[]): Promise<readonly string[]> {
    return this.duties.findOffenders(userIds);
  }

  assertDutiesSeparated(userIds?: readonly string[]): Promise<void> {
    return this.duties.assertHolds(userIds);
  }

  async assertCovers(userId: string): Promise<void> {
    const { actor } = this.context;
    // A key of one's own is less than oneself.
    if (actor === null || (actor.userId === userId && actor.scope === undefined)) return;
    const held = await this.heldBy(actor);
    const missing = held.missing(everything(await this.accessOf(userId)));
    // What is everybody's own no key can hold, so it need not.
    assertNoneMissing(actor.scope === undefined ? missing : missing.filter((name) => !isOwn(name)));
  }

  /** A service account holds what it was given, an API key what its owner holds of its scope. */
  private async heldBy({ userId, credential, scope }: Actor): Promise<PermissionSet> {
    if (credential === 'service_account') return scope ?? PermissionSet.EMPTY;
    const held = await this.permissionsOf(userId);
    return scope === undefined ? held : held.intersection(scope);
  }

  async assertSuperuserRemains(): Promise<void> {
    await this.changes.serialize();
    assertThat(await this.repository.hasLastingHolder(SUPERUSER), 'last_superuser');
  }

  private async assertCoversGift(gift: Gift): Promise<void> {
    const { actor } = this.context;
    if (actor === null) return;
    const held = await this.heldBy(actor);
    if (!held.has(gift.override)) assertNoneMissing(await this.missing(actor, held, gift));
    if (actor.credential !== 'service_account') await this.assertOutlives(actor.userId, gift);
  }

  private async missing(
    actor: Actor,
    held: PermissionSet,
    { permissions, teamId }: Gift,
  ): Promise<PermissionName[]> {
    const missing = held.missing(permissions);
    if (teamId === undefined || actor.scope !== undefined) return missing;
    const inTeam = (await this.accessOf(actor.userId))?.inTeams.get(teamId);
    return inTeam === undefined ? missing : missing.filter((name) => !inTeam.has(name));
  }

  /** Rule E3: at every moment until the gift ends, the giver could give it. */
  private async assertOutlives(userId: string, gift: Gift): Promise<void> {
    const { permissions, override, until = Infinity, teamId } = gift;
    const standing = await this.state.get(userId);
    if (standing === null) return;
    let { changesAt } = standing.access;
    while (changesAt !== null && changesAt < until) {
      const later = standing.model.accessOf(standing.subject, changesAt);
      const lasts =
        later.permissions.has(override) || permissions.every((permission) => later.has(permission, teamId));
      assertThat(lasts, 'grant_outlives_own', {
        detail: `Your own rights to this end at ${new Date(changesAt).toISOString()}.`,
      });
      changesAt = later.changesAt;
    }
  }

  private async accessOf(userId: string): Promise<Access | undefined> {
    return (await this.state.get(userId))?.access;
  }
}

/** What is held in a team alone counts too: whoever takes over a person takes over that. */
function everything(access: Access | undefined): PermissionName[] {
  return access === undefined
    ? []
    : [...access.permissions, ...[...access.inTeams.values()].flatMap((held) => [...held])];
}

function assertNoneMissing(missing: readonly PermissionName[]): void {
  if (missing.length === 0) return;
  const names = missing.slice(0, NAMES_SHOWN).join(', ');
  const more = missing.length > NAMES_SHOWN ? ` and ${missing.length - NAMES_SHOWN} more` : '';
  throw new AppError('escalation_refused', { detail: `You do not hold ${names}${more}.` });
}
