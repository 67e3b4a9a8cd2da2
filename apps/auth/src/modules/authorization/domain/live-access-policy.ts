import { Injectable } from '@nestjs/common';
import { Access, type PermissionName, PermissionSet } from '@auth-service/authorization';
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
  readonly permissions: PermissionSet;
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
    return (await this.state.get(userId))?.access.permissions ?? PermissionSet.EMPTY;
  }

  async actorHolds(permission: PermissionName): Promise<boolean> {
    const { actor } = this.context;
    if (actor === null) return true;
    const standing = isService(actor) ? null : await this.state.get(actor.userId);
    return heldBy(actor, standing?.access).has(permission);
  }

  async assertMayBestow(
    permissions: PermissionSet,
    override: PermissionName,
    validUntil: Date | null = null,
  ): Promise<void> {
    await this.assertMayGive([{ permissions, override, until: validUntil?.getTime() }]);
  }

  async assertMayBringInto(teamId: string): Promise<void> {
    const { model } = await this.state.structure();
    const now = this.state.now();
    const roles = (model.teams.get(teamId)?.roles ?? []).filter(
      ({ validUntil }) => validUntil === null || validUntil > now,
    );
    await this.assertMayGive(
      roles.map(({ roleId, teamScoped, validUntil }) => ({
        permissions: model.permissionsOf([roleId]),
        override: 'rbac:bind',
        until: validUntil ?? undefined,
        // What holds in the team alone is given away by who holds it there.
        ...(teamScoped ? { teamId } : {}),
      })),
    );
  }

  findDutyOffenders(userIds: readonly string[]): Promise<readonly string[]> {
    return this.duties.findOffenders(userIds);
  }

  findBrokenDuties(roleSets: readonly (readonly string[])[]): Promise<(string | null)[]> {
    return this.duties.findBroken(roleSets);
  }

  assertDutiesSeparated(userIds?: readonly string[]): Promise<void> {
    return this.duties.assertHolds(userIds);
  }

  async assertCovers(userId: string): Promise<void> {
    const { actor } = this.context;
    if (actor === null) return;
    assertInOwnName(actor);
    const standings = await this.state.getMany(isService(actor) ? [userId] : [actor.userId, userId]);
    const target = standings.get(userId);
    if (target === undefined) return;
    // A key of one's own is less than oneself; and who was disabled in the meantime cannot enable themself.
    if (actor.userId === userId && actor.scope === undefined && target.subject.isActive) return;
    const own = standings.get(actor.userId)?.access;
    // A disabled person may be enabled, and what begins later is theirs as well.
    const theirs = target.model.accessFrom({ ...target.subject, isActive: true }, this.state.now());
    const lacking = new Set([...theirs].flatMap((access) => lackingOf(actor, own, access)));
    // What is everybody's own no key can hold, so it need not.
    assertNoneLacking([...lacking].filter((name) => actor.scope === undefined || !isOwn(name)));
  }

  async assertSuperuserRemains(): Promise<void> {
    await this.changes.serialize();
    assertThat(await this.repository.hasLastingHolder(SUPERUSER), 'last_superuser');
  }

  /** Now and, by rule E3, at every moment until a gift ends, the actor could give it. */
  private async assertMayGive(gifts: readonly Gift[]): Promise<void> {
    const { actor } = this.context;
    if (actor === null || gifts.length === 0) return;
    assertInOwnName(actor);
    const standing = isService(actor) ? null : await this.state.get(actor.userId);
    const onwards =
      standing === null ? [Access.NONE] : [...standing.model.accessFrom(standing.subject, this.state.now())];
    for (const gift of gifts) assertLasts(actor, onwards, gift);
  }
}

/** A service account is no user: it holds what it was given. */
const isService = ({ credential }: Actor): boolean => credential === 'service_account';

/** What somebody holds: of a key only its scope, in a session its level. */
function heldBy(actor: Actor, access = Access.NONE, teamId?: string): PermissionSet {
  const { scope, level = 'aal2' } = actor;
  if (isService(actor)) return scope ?? PermissionSet.EMPTY;
  const held = access.atLevel(level);
  return scope === undefined ? held.within(teamId) : held.permissions.intersection(scope);
}

/** What somebody else holds, in a team alone too, and the actor does not. */
const lackingOf = (actor: Actor, own: Access | undefined, theirs: Access): PermissionName[] => [
  ...heldBy(actor, own).lacks(theirs.permissions),
  ...[...theirs.inTeams].flatMap(([teamId, held]) => heldBy(actor, own, teamId).lacks(held)),
];

/** Nobody's account and nobody's rights are changed in somebody else's name. */
function assertInOwnName({ impersonator }: Actor): void {
  assertThat(impersonator === undefined, 'not_while_impersonating');
}

function assertLasts(actor: Actor, onwards: readonly Access[], gift: Gift): void {
  const { permissions, override, until = Infinity, teamId } = gift;
  let since: number | null = null;
  for (const access of onwards) {
    if (since !== null && since >= until) return;
    const mayGiveAnything = heldBy(actor, access).has(override);
    const lacking = mayGiveAnything ? [] : heldBy(actor, access, teamId).lacks(permissions);
    if (since === null) assertNoneLacking(lacking);
    else
      assertThat(lacking.length === 0, 'grant_outlives_own', {
        detail: `Your own rights to this end at ${new Date(since).toISOString()}.`,
      });
    since = access.changesAt;
  }
}

function assertNoneLacking(lacking: readonly PermissionName[]): void {
  if (lacking.length === 0) return;
  const names = lacking.slice(0, NAMES_SHOWN).join(', ');
  const more = lacking.length > NAMES_SHOWN ? ` and ${lacking.length - NAMES_SHOWN} more` : '';
  throw new AppError('escalation_refused', { detail: `You do not hold ${names}${more}.` });
}
