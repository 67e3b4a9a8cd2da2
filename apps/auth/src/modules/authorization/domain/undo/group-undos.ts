import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { UndoStateRepository } from './undo-state.repository.js';
import { grouped, naming, sorted, type Undo, type UndoOf } from './undo.js';

const place = z.object({ groupId: z.uuid().nullable() });
const places = z.array(place.extend({ userId: z.uuid() }));
const parent = z.object({ parentId: z.uuid().nullable() });
const manager = z.object({ managerId: z.uuid().nullable() });
const level = z.object({ type: z.string(), level: z.number().nullable() });
type Place = z.output<typeof places>[number];

/** How changes of visibility groups are taken back: of their place, their people and their defaults. */
@Injectable()
export class GroupUndos {
  readonly kinds: Readonly<Record<string, UndoOf>>;

  constructor(private readonly state: UndoStateRepository) {
    const one: UndoOf = ({ subjectId, before, after }) =>
      subjectId === null
        ? null
        : this.places(
            [{ userId: subjectId, ...place.parse(before) }],
            [{ userId: subjectId, ...place.parse(after) }],
          );
    const managed: UndoOf = ({ subjectId, before, after }) =>
      this.manager(subjectId, manager.parse(before).managerId, manager.parse(after).managerId);
    const said: UndoOf = ({ subjectId, before, after }) =>
      this.default(subjectId, level.parse(before), level.parse(after));
    this.kinds = {
      'visibility_group.updated': ({ subjectId: groupId, before, after }) =>
        groupId === null
          ? null
          : {
              left: naming.parse(after),
              now: () => this.state.namingOf('visibility_groups', groupId),
              changes: [{ change: 'update_visibility_group', groupId, ...naming.parse(before) }],
            },
      'visibility_group.moved': ({ subjectId, before, after }) =>
        this.moved(subjectId, parent.parse(before), parent.parse(after)),
      'visibility_group.members_moved': ({ before, after }) =>
        this.places(places.parse(before), places.parse(after)),
      'visibility_group.member_moved': one,
      'visibility_group.member_removed': one,
      'visibility_group.manager_added': managed,
      'visibility_group.manager_removed': managed,
      'visibility_group.default_set': said,
      'visibility_group.default_cleared': said,
    };
  }

  private moved(
    groupId: string | null,
    before: z.output<typeof parent>,
    after: z.output<typeof parent>,
  ): Undo | null {
    if (groupId === null) return null;
    return {
      left: after,
      now: () => this.state.parentOf(groupId),
      changes: [{ change: 'move_visibility_group', groupId, parentId: before.parentId }],
    };
  }

  /** Each goes back to where they came from; from nowhere means into the default group again. */
  private places(before: readonly Place[], after: readonly Place[]): Undo | null {
    if (after.length === 0) return null;
    const isIn = new Map(after.map(({ userId, groupId }) => [userId, groupId]));
    const fromGroups = before.filter(({ groupId }) => groupId !== null);
    const fromNowhere = before.filter(({ groupId }) => groupId === null);
    return {
      left: sorted(after.map(shown)),
      now: async () => sorted((await this.state.placesOf([...isIn.keys()])).map(shown)),
      changes: [
        ...grouped(fromGroups, ({ groupId }) => groupId).map((rows) => ({
          change: 'move_visibility_group_members' as const,
          groupId: rows[0].groupId ?? '',
          userIds: rows.map(({ userId }) => userId),
        })),
        ...fromNowhere.map(({ userId }) => ({
          change: 'remove_visibility_group_member' as const,
          groupId: isIn.get(userId) ?? '',
          userId,
        })),
      ],
    };
  }

  private manager(groupId: string | null, before: string | null, after: string | null): Undo | null {
    const userId = before ?? after;
    if (groupId === null || userId === null) return null;
    const change = after === null ? 'add_visibility_group_manager' : 'remove_visibility_group_manager';
    return {
      left: after !== null,
      now: () => this.state.manages(groupId, userId),
      changes: [{ change, groupId, userId }],
    };
  }

  private default(
    groupId: string | null,
    before: z.output<typeof level>,
    after: z.output<typeof level>,
  ): Undo | null {
    if (groupId === null) return null;
    return {
      left: { level: after.level },
      now: () => this.state.defaultOf(groupId, after.type),
      changes: [{ change: 'set_visibility_group_default', groupId, type: before.type, level: before.level }],
    };
  }
}

const shown = ({ userId, groupId }: Place): Place => ({ userId, groupId });
