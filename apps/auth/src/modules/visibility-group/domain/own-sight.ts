import { Injectable } from '@nestjs/common';
import { AccessPolicy } from '../../../core/access/index.js';
import { RequestContext } from '../../../core/context/index.js';
import { AppError, assertThat } from '../../../core/errors/index.js';
import type { GroupHierarchy, GroupMove } from './group-hierarchy.js';
import { GroupManagerRepository } from './group-manager.repository.js';
import { GroupMemberRepository } from './group-member.repository.js';

/** From where somebody looks. */
interface Standpoint {
  /** The group they are in. */
  readonly own: string;
  readonly managed: ReadonlySet<string>;
}

/** Keeps people from giving sight to themselves: that needs `rbac:bind`, as giving oneself a role does. */
@Injectable()
export class OwnSight {
  constructor(
    private readonly members: GroupMemberRepository,
    private readonly managers: GroupManagerRepository,
    private readonly access: AccessPolicy,
    private readonly context: RequestContext,
  ) {}

  /** Tells whether the actor may change the place of one of these users: of themselves only with `rbac:bind`. */
  async mayPlace(userIds: readonly string[]): Promise<boolean> {
    const { actor } = this.context;
    return actor === null || !userIds.includes(actor.userId) || this.access.actorHolds('rbac:bind');
  }

  isActor(userId: string): boolean {
    return this.context.actor?.userId === userId;
  }

  /** @throws AppError `escalation_refused` */
  async assertMayPlace(userIds: readonly string[]): Promise<void> {
    if (!(await this.mayPlace(userIds))) throw ownPlaceRefused();
  }

  /**
   * Refuses to put people into another group as a side effect without the right to do it outright.
   *
   * @throws AppError `escalation_refused`
   */
  async assertMayAssign(userIds: readonly string[]): Promise<void> {
    if (userIds.length === 0) return;
    assertThat(await this.access.actorHolds('visibility_group:assign'), 'escalation_refused', {
      detail: 'You do not hold visibility_group:assign, which moving the members needs.',
    });
    await this.assertMayPlace(userIds);
  }

  /**
   * Refuses to hang groups so that the actor themself would see more.
   *
   * @param hierarchy - as it is before
   * @throws AppError `escalation_refused`
   */
  async assertGainsNothing(hierarchy: GroupHierarchy, moves: readonly GroupMove[]): Promise<void> {
    const { actor } = this.context;
    if (actor === null) return;
    const own = (await this.members.findGroupOf(actor.userId))?.id;
    // A service account is in no group and sees nothing by one.
    if (own === undefined) return;
    const standpoint = { own, managed: new Set(await this.managers.listManagedBy(actor.userId)) };
    if (!moves.some((move) => gains(hierarchy, standpoint, move))) return;
    assertThat(await this.access.actorHolds('rbac:bind'), 'escalation_refused', {
      detail: 'You would see more yourself; you do not hold rbac:bind.',
    });
  }
}

/** What is answered to who would place themselves. */
export const ownPlaceRefused = () =>
  new AppError('escalation_refused', {
    detail: 'Nobody changes their own visibility group or makes themselves a manager without rbac:bind.',
  });

/** Whether the moved groups come under the actor, or the actor under groups whose wider items they do not see yet. */
function gains(hierarchy: GroupHierarchy, standpoint: Standpoint, { id, parentId }: GroupMove): boolean {
  if (parentId === null) return false;
  const newAbove = [parentId, ...hierarchy.above(parentId).map((group) => group.id)];
  const oldAbove = new Set(hierarchy.above(id).map((group) => group.id));
  const comesUnder = newAbove.some((group) => looksDown(standpoint, group));
  if (comesUnder && !seesAll(hierarchy, standpoint, id)) return true;
  const movesAlong = hierarchy.subtreeOf(id).some((group) => group.id === standpoint.own);
  return (
    movesAlong && newAbove.some((group) => !oldAbove.has(group) && !seesAll(hierarchy, standpoint, group))
  );
}

const looksDown = ({ own, managed }: Standpoint, groupId: string): boolean =>
  own === groupId || managed.has(groupId);

/** Whether every item of a group is seen already: by managing it, or from above. */
const seesAll = (hierarchy: GroupHierarchy, standpoint: Standpoint, groupId: string): boolean =>
  standpoint.managed.has(groupId) || hierarchy.above(groupId).some(({ id }) => looksDown(standpoint, id));
