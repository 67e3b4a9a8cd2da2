import { Injectable } from '@nestjs/common';
import type { AuthorizationModel, PermissionName } from '@auth-service/authorization';
import { AccessPolicy } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { type AccessDifference, differenceOf, type Side } from '../access-difference.js';
import { type AffectedUser, AffectedUserRepository } from '../affected-user.repository.js';
import { AuthorizationState } from '../authorization-state.js';
import type { PreviewedChange } from '../previewed-change.js';
import { PreviewableChanges } from '../previewable-changes.js';
import { reachOf } from '../reach-of.js';
import { RevisionLog } from '../revision-log.js';

/** Users compared at most. */
const MAX_USERS = 5000;
const STEP = 1000;
const WAY_IN: PermissionName = 'panel:open';

/** A difference and whom it concerns. */
export interface SharedDifference extends AccessDifference {
  readonly users: readonly AffectedUser[];
}

/** What a change would do. */
export interface Preview {
  /** The largest first. */
  readonly differences: readonly SharedDifference[];
  /** False when more users are concerned than were compared. */
  readonly complete: boolean;
  /** Whether the actor could neither undo it nor enter the panel afterwards, as they can before. */
  readonly locksYouOut: boolean;
  /** The structures on both sides, for names. */
  readonly before: AuthorizationModel;
  readonly after: AuthorizationModel;
}

/** Carries the result out of a transaction that must not last. */
class Previewed extends Error {
  constructor(readonly preview: Preview) {
    super('previewed');
  }
}

/**
 * Tries a change out: makes it by its own command in a transaction, compares, and takes everything back. What the
 * command refuses is refused here too, for the same reason.
 */
@Injectable()
export class PreviewChange {
  constructor(
    private readonly changes: PreviewableChanges,
    private readonly revisions: RevisionLog,
    private readonly state: AuthorizationState,
    private readonly users: AffectedUserRepository,
    private readonly access: AccessPolicy,
    private readonly context: RequestContext,
  ) {}

  /** @throws AppError `forbidden` for who may not make the change, and whatever its command throws */
  async execute(change: PreviewedChange): Promise<Preview> {
    const revision = this.context.authorizationRevision;
    try {
      return await this.attempt(change);
    } catch (thrown) {
      if (thrown instanceof Previewed) return thrown.preview;
      throw thrown;
    } finally {
      this.context.noteAuthorizationRevision(revision);
    }
  }

  @Transactional()
  protected async attempt({ change, ...given }: PreviewedChange): Promise<never> {
    const previewable = this.changes.find(change);
    const { permission } = previewable;
    const mayMake = await this.access.actorHolds(permission);
    assertThat(mayMake, 'forbidden', { detail: `This change needs ${permission}.` });
    await this.revisions.serialize();
    const { model: before } = await this.state.structure();
    await this.users.mark();
    await previewable.run(given);
    const { model: after } = await this.state.structure();
    const reached = await this.users.list(reachOf(this.revisions.noted, before, after), MAX_USERS + 1);
    const compared = reached.slice(0, MAX_USERS);
    const at = Math.max(this.state.now(), given.validFrom?.getTime() ?? 0);
    const asked = [...compared.map(({ id }) => id), ...this.actorIds()];
    const sidesAfter = await this.sides(asked, at);
    await this.users.returnToMark();
    const sidesBefore = await this.sides(asked, at);
    throw new Previewed({
      differences: sharedDifferences(compared, sidesBefore, sidesAfter),
      complete: reached.length <= MAX_USERS,
      locksYouOut: this.actorIds().some((id) =>
        [permission, WAY_IN].some(
          (name) => holds(sidesBefore.get(id), name) && !holds(sidesAfter.get(id), name),
        ),
      ),
      before,
      after,
    });
  }

  private async sides(userIds: readonly string[], at: number): Promise<Map<string, Side>> {
    const sides = new Map<string, Side>();
    for (let start = 0; start < userIds.length; start += STEP) {
      const standings = await this.state.getMany(userIds.slice(start, start + STEP));
      for (const [userId, { model, subject }] of standings)
        sides.set(userId, { model, subject, access: model.accessOf(subject, at) });
    }
    return sides;
  }

  private actorIds(): string[] {
    const { actor } = this.context;
    return actor === null ? [] : [actor.userId];
  }
}

const holds = (side: Side | undefined, permission: PermissionName): boolean =>
  side?.access.permissions.has(permission) === true;

/** Most changes do the same to many. */
function sharedDifferences(
  users: readonly AffectedUser[],
  before: ReadonlyMap<string, Side>,
  after: ReadonlyMap<string, Side>,
): SharedDifference[] {
  const shared = new Map<string, AccessDifference & { readonly users: AffectedUser[] }>();
  for (const user of users) {
    const [was, is] = [before.get(user.id), after.get(user.id)];
    const difference = was === undefined || is === undefined ? null : differenceOf(was, is);
    if (difference === null) continue;
    const key = JSON.stringify(difference);
    const same = shared.get(key);
    if (same === undefined) shared.set(key, { ...difference, users: [user] });
    else same.users.push(user);
  }
  return [...shared.values()].sort((one, other) => other.users.length - one.users.length);
}
