import { Injectable } from '@nestjs/common';
import { AuthorizationChanges } from '../../../../core/access/index.js';
import { Transactional } from '../../../../core/database/index.js';
import { AppError, assertThat, refusedRow, type RowResult } from '../../../../core/errors/index.js';
import { RecordAuditEvent } from '../../../audit/index.js';
import { GroupMemberRepository, type Membership } from '../group-member.repository.js';
import { OwnSight, ownPlaceRefused } from '../own-sight.js';
import { VisibilityGroupRepository } from '../visibility-group.repository.js';

/** Puts many users into a visibility group. What is wrong with one keeps none of the others back. */
@Injectable()
export class MoveMembers {
  constructor(
    private readonly groups: VisibilityGroupRepository,
    private readonly members: GroupMemberRepository,
    private readonly ownSight: OwnSight,
    private readonly changes: AuthorizationChanges,
    private readonly audit: RecordAuditEvent,
  ) {}

  /**
   * @returns for each user, in the order given, whether they are in the group now
   * @throws AppError `not_found` for an unknown group
   */
  @Transactional()
  async execute(groupId: string, userIds: readonly string[]): Promise<readonly RowResult[]> {
    await this.changes.serialize();
    assertThat(await this.groups.exists(groupId), 'not_found');
    const found = await this.members.listMemberships(userIds);
    const known = new Map(found.map((membership) => [membership.userId, membership]));
    const refused = await this.refusedAmong(userIds);
    await this.move(
      groupId,
      found.filter((row) => row.groupId !== groupId && !refused.has(row.userId)),
    );
    return userIds.map((userId) => {
      const membership = known.get(userId);
      if (membership === undefined) return refusedRow(userId, new AppError('not_found', { detail: NO_USER }));
      if (refused.has(userId) && membership.groupId !== groupId) return refusedRow(userId, ownPlaceRefused());
      return { userId, done: true };
    });
  }

  private async refusedAmong(userIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (await this.ownSight.mayPlace(userIds)) return new Set();
    return new Set(userIds.filter((userId) => this.ownSight.isActor(userId)));
  }

  private async move(groupId: string, moving: readonly Membership[]): Promise<void> {
    if (moving.length === 0) return;
    const userIds = moving.map(({ userId }) => userId);
    await this.members.put(groupId, userIds);
    await this.changes.note('user', userIds);
    await this.audit.execute({
      action: 'visibility_group.members_moved',
      subjectType: 'visibility_group',
      subjectId: groupId,
      concerns: [
        ...userIds.map((userId) => ({ subjectType: 'user', subjectId: userId })),
        ...moving.flatMap(({ groupId: left }) =>
          left === null ? [] : [{ subjectType: 'visibility_group', subjectId: left }],
        ),
      ],
      before: moving,
      after: userIds.map((userId) => ({ userId, groupId })),
    });
  }
}

const NO_USER = 'There is no such user.';
