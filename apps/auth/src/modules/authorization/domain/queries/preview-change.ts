import { Injectable } from '@nestjs/common';
import type { AuthorizationModel, PermissionName } from '@auth-service/authorization';
import { AccessPolicy } from '../../../../core/access/index.js';
import { RequestContext } from '../../../../core/context/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { assertThat } from '../../../../core/errors/index.js';
import { AffectedUserRepository } from '../previews/affected-user.repository.js';
import { AuthorizationState, type Standing } from '../authorization-state.js';
import { Comparison, type SharedDifference } from '../previews/comparison.js';
import type { PreviewedChange } from '../previews/previewed-change.js';
import { PreviewableChanges } from '../previews/previewable-changes.js';
import { reachOf } from '../previews/reach-of.js';
import { RevisionLog } from '../revision-log.js';

/** Users compared at most. */
const MAX_USERS = 5000;
const STEP = 1000;
const WAY_IN: PermissionName = 'panel:open';

/** What a change would do. */
export interface Preview {
  /** In the order of their moments, the largest first. */
  readonly differences: readonly SharedDifference[];
  /** Users for whom something changes. */
  readonly userCount: number;
  /** False when more users are concerned than were compared. */
  readonly complete: boolean;
  /** Whether the actor could neither undo it nor enter the panel at some moment afterwards, as they could otherwise. */
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

  /**
   * Tries out one change, or several that are made together.
   *
   * @throws AppError `forbidden` for who may not make a change, and whatever its command throws
   */
  async execute(...changes: readonly PreviewedChange[]): Promise<Preview> {
    const revision = this.context.authorizationRevision;
    try {
      return await this.attempt(changes);
    } catch (thrown) {
      if (thrown instanceof Previewed) return thrown.preview;
      throw thrown;
    } finally {
      this.context.noteAuthorizationRevision(revision);
    }
  }

  @Transactional()
  protected async attempt(changes: readonly PreviewedChange[]): Promise<never> {
    const needed = await this.assertMayMake(changes);
    await this.revisions.serialize();
    const { model: before } = await this.state.structure();
    await this.users.mark();
    for (const { change, ...given } of changes) await this.changes.find(change).run(given);
    const { model: after } = await this.state.structure();
    const reached = await this.users.list(reachOf(this.revisions.noted, before, after), MAX_USERS + 1);
    const compared = reached.slice(0, MAX_USERS);
    const { actor } = this.context;
    const asked = [...compared.map(({ id }) => id), ...(actor === null ? [] : [actor.userId])];
    const standingsAfter = await this.standings(asked);
    await this.users.returnToMark();
    const comparison = new Comparison(await this.standings(asked), standingsAfter);
    const moments = momentsOf(changes, this.state.now());
    const differences: SharedDifference[] = [];
    for (const at of moments) differences.push(...(await comparison.differences(compared, at)));
    throw new Previewed({
      differences,
      userCount: new Set(differences.flatMap(({ users }) => users)).size,
      complete: reached.length <= MAX_USERS,
      locksYouOut:
        actor !== null && moments.some((at) => comparison.takesFrom(actor, [...needed, WAY_IN], at)),
      before,
      after,
    });
  }

  /** @returns the permissions that making the changes needs */
  private async assertMayMake(changes: readonly PreviewedChange[]): Promise<PermissionName[]> {
    const needed = changes.map(({ change }) => this.changes.find(change).permission);
    for (const permission of needed) {
      const mayMake = await this.access.actorHolds(permission);
      assertThat(mayMake, 'forbidden', { detail: `This change needs ${permission}.` });
    }
    return needed;
  }

  private async standings(userIds: readonly string[]): Promise<Map<string, Standing>> {
    const standings = new Map<string, Standing>();
    for (let start = 0; start < userIds.length; start += STEP) {
      const read = await this.state.getMany(userIds.slice(start, start + STEP));
      for (const [userId, standing] of read) standings.set(userId, standing);
    }
    return standings;
  }
}

/** Now, and whenever a window that is given opens or closes: somebody may lose then what they have for longer today. */
function momentsOf(changes: readonly PreviewedChange[], now: number): number[] {
  const edges = changes
    .flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
    .flatMap((edge) => (edge == null ? [] : [edge.getTime()]));
  return [...new Set([now, ...edges.filter((edge) => edge > now)])].sort((one, other) => one - other);
}
