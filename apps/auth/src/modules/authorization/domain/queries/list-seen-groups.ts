import { Injectable } from '@nestjs/common';
import {
  seenFrom,
  splitPermission,
  type VisibilityLevel,
  visibilityRelation,
  type VisibilityRelation,
} from '@auth-service/authorization';
import { assertThat } from '../../../../core/errors/index.js';
import { AuthorizationState, type Standing } from '../authorization-state.js';

/** How somebody stands to the items of a group that are neither theirs nor followed by them. */
export interface SeenGroup {
  readonly groupId: string;
  readonly relation: VisibilityRelation;
  /** The narrowest level of which they see items there. */
  readonly level: VisibilityLevel;
}

/** What counts for somebody in the tree of visibility groups. */
export interface SeenGroups {
  /** A disabled person sees nothing (rule V11). */
  readonly isActive: boolean;
  readonly groups: readonly SeenGroup[];
  /** Types of which they see every item, wherever it is, by `<type>:view_all`. */
  readonly viewsAllOf: readonly string[];
}

/** Tells for each visibility group by which relation, and from which level on, somebody sees the items in it. */
@Injectable()
export class ListSeenGroups {
  constructor(private readonly state: AuthorizationState) {}

  /** @throws AppError `not_found` */
  async execute(userId: string): Promise<SeenGroups> {
    const standing = await this.state.get(userId);
    assertThat(standing !== null, 'not_found');
    if (!standing.subject.isActive) return { isActive: false, groups: [], viewsAllOf: [] };
    return { isActive: true, groups: groupsSeenBy(standing), viewsAllOf: typesSeenBy(standing) };
  }
}

function groupsSeenBy({ model, subject }: Standing): SeenGroup[] {
  const viewer = {
    id: subject.id,
    group: model.groupOf(subject),
    managed: model.managedBy(subject.id),
    viewsAll: false,
  };
  return [...model.groups.values()].map(({ id, number }) => {
    const item = { ownerId: null, level: 1, group: number } as const;
    const relation = visibilityRelation(viewer, item, model.tree);
    return { groupId: id, relation, level: seenFrom(relation) };
  });
}

const typesSeenBy = ({ access }: Standing): string[] =>
  access.permissions
    .toSortedArray()
    .map(splitPermission)
    .filter(({ action }) => action === 'view_all')
    .map(({ resource }) => resource);
