import { Injectable } from '@nestjs/common';
import { defaultLevel, GroupTree } from '@auth-service/authorization';
import { assertThat } from '../../../../core/errors/index.js';
import { type GroupOnTheWayUp, VisibilityGroupRepository } from '../visibility-group.repository.js';
import type { EffectiveDefaultView } from '../visibility-group.view.js';

/** Tells how widely a new item of a type is seen when its creator is in a group and says nothing (rule V1). */
@Injectable()
export class FindEffectiveDefault {
  constructor(private readonly groups: VisibilityGroupRepository) {}

  /** @throws AppError `not_found` */
  async execute(groupId: string, type: string): Promise<EffectiveDefaultView> {
    const way = await this.groups.listUpwards(groupId, type);
    const start = way.find(({ id }) => id === groupId);
    assertThat(start !== undefined, 'not_found');
    const byNumber = new Map(way.map((group) => [group.number, group]));
    let from: GroupOnTheWayUp | undefined;
    // The library stops at the first group that says something, which is the last one it asks about.
    const level = defaultLevel(start.number, new GroupTree(way), (number) => {
      from = byNumber.get(number);
      return from?.level ?? undefined;
    });
    return { level, from: from?.level == null ? null : from.id };
  }
}
