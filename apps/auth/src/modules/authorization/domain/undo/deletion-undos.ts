import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { PreviewedChange } from '../previews/previewed-change.js';
import { type Deletable, DeletionStateRepository } from './deletion-state.repository.js';
import { UndoStateRepository } from './undo-state.repository.js';
import { ids, type Inverse, type NotRestored, type UndoOf, withIds } from './undo.js';

const uuids = z.array(z.uuid());
const role = z.object({
  name: z.string(),
  description: z.string(),
  version: z.int(),
  requiresSecondFactor: z.boolean().default(false),
  permissions: ids,
  parentIds: uuids.default([]),
  deletedTeamIds: uuids.default([]),
});
const team = z.object({ memberIds: uuids });
const group = z.object({
  parentId: z.uuid().nullable(),
  memberIds: uuids,
  childIds: uuids,
  managers: uuids,
  defaults: z.array(z.object({ type: z.string(), level: z.number() })),
});
const successors = z.object({ transferTo: z.uuid().optional(), reparentTo: z.uuid().optional() });

type Role = z.output<typeof role>;
type Group = z.output<typeof group> & z.output<typeof successors>;

/**
 * How deletions are taken back: what they ended comes back as far as it is still there and where they left it, by the
 * commands that every change goes by. The rest is told.
 */
@Injectable()
export class DeletionUndos {
  readonly kinds: Readonly<Record<string, UndoOf>>;

  constructor(
    private readonly state: DeletionStateRepository,
    private readonly places: UndoStateRepository,
  ) {
    this.kinds = {
      'role.deleted': this.deletion('role', ({ before }) => {
        const deleted = role.parse(before);
        return (id) => this.role(id, deleted);
      }),
      'team.deleted': this.deletion('team', ({ id: eventId, before }) => {
        const { memberIds } = team.parse(before);
        return (id) => this.team(id, memberIds, eventId);
      }),
      'visibility_group.deleted': this.deletion('visibility_group', ({ before, after }) => {
        const deleted = { ...group.parse(before), ...successors.parse(after ?? {}) };
        return (id) => this.group(id, deleted);
      }),
    };
  }

  private deletion(
    type: Deletable,
    read: (event: Parameters<UndoOf>[0]) => (id: string) => Promise<Inverse>,
  ): UndoOf {
    return (event) => {
      const { id: eventId, subjectId } = event;
      if (subjectId === null) return null;
      const restore = read(event);
      return {
        left: true,
        now: () => this.state.isStillDeleted(type, subjectId, eventId),
        changes: () => restore(subjectId),
      };
    };
  }

  private async role(roleId: string, deleted: Role): Promise<Inverse> {
    const { name, description, version, requiresSecondFactor } = deleted;
    const named = deleted.permissions.filter((permission) => !permission.includes('*'));
    const known = await this.state.permissionsAmong(named);
    const [parentIds, lostParents] = parted(
      deleted.parentIds,
      await this.state.rolesAmong(deleted.parentIds),
    );
    const lostPermissions = named.filter((permission) => !known.has(permission));
    const permissions = deleted.permissions.filter((permission) => !lostPermissions.includes(permission));
    const changes: PreviewedChange[] = [
      { change: 'restore_role', roleId, name, description, version },
      { change: 'set_role_permissions', roleId, permissions },
    ];
    if (parentIds.length > 0) changes.push({ change: 'set_role_parents', roleId, parentIds });
    if (requiresSecondFactor) changes.push({ change: 'set_role_second_factor', roleId, required: true });
    return {
      changes,
      notRestored: withIds(
        { what: 'permission', why: 'gone', ids: lostPermissions },
        { what: 'parent', why: 'gone', ids: lostParents },
        { what: 'team', why: 'gone', ids: deleted.deletedTeamIds },
      ),
    };
  }

  private async team(teamId: string, memberIds: readonly string[], eventId: string): Promise<Inverse> {
    const [, lost] = parted(memberIds, await this.state.usersAmong(memberIds));
    return {
      changes: [{ change: 'restore_team', teamId }],
      notRestored: withIds(
        { what: 'member', why: 'gone', ids: lost },
        { what: 'role', why: 'gone', ids: await this.state.rolesLostBy(teamId, eventId) },
      ),
    };
  }

  private async group(groupId: string, deleted: Group): Promise<Inverse> {
    const { memberIds, transferTo, childIds, reparentTo } = deleted;
    const above = await this.above(groupId, deleted.parentId);
    const children = whereLeft(childIds, await this.state.parentsOf(childIds), reparentTo);
    const places = await this.places.placesOf(memberIds);
    const placeOf = new Map(places.map(({ userId, groupId: place }) => [userId, place]));
    const members = whereLeft(memberIds, placeOf, transferTo);
    const managers = parted(deleted.managers, await this.state.usersAmong(deleted.managers));
    const types = await this.state.typesAmong(deleted.defaults.map(({ type }) => type));
    const defaults = deleted.defaults.filter(({ type }) => types.has(type));
    return {
      changes: [
        { change: 'restore_visibility_group', groupId },
        ...above.changes,
        ...children.left.map((id) => move(id, groupId)),
        ...(members.left.length === 0
          ? []
          : [{ change: 'move_visibility_group_members' as const, groupId, userIds: members.left }]),
        ...managers[0].map((userId) => ({
          change: 'add_visibility_group_manager' as const,
          groupId,
          userId,
        })),
        ...defaults.map(({ type, level }) => ({
          change: 'set_visibility_group_default' as const,
          groupId,
          type,
          level,
        })),
      ],
      notRestored: withIds(
        ...above.notRestored,
        ...children.notRestored('child'),
        ...members.notRestored('member'),
        { what: 'manager', why: 'gone', ids: managers[1] },
        {
          what: 'default',
          why: 'gone',
          ids: deleted.defaults.flatMap(({ type }) => (types.has(type) ? [] : [type])),
        },
      ),
    };
  }

  /** Under the group that it hung under, or at the top when there is none any more. */
  private async above(groupId: string, parentId: string | null): Promise<Inverse> {
    if (parentId === null) return { changes: [], notRestored: [] };
    const isThere = (await this.state.parentsOf([parentId])).has(parentId);
    return isThere
      ? { changes: [move(groupId, parentId)], notRestored: [] }
      : { changes: [], notRestored: [{ what: 'above', why: 'gone', ids: [parentId] }] };
  }
}

const move = (groupId: string, parentId: string): PreviewedChange => ({
  change: 'move_visibility_group',
  groupId,
  parentId,
});

/** Those that are there, and those that are not. */
const parted = (all: readonly string[], there: ReadonlySet<string>): [string[], string[]] => [
  all.filter((id) => there.has(id)),
  all.filter((id) => !there.has(id)),
];

/** What is still where a deletion put it comes back from there; what was moved since stays where it is. */
function whereLeft(
  all: readonly string[],
  places: ReadonlyMap<string, string | null>,
  put: string | undefined,
) {
  const [there, gone] = parted(all, new Set(places.keys()));
  const [left, elsewhere] = parted(there, new Set(there.filter((id) => places.get(id) === put)));
  return {
    left,
    notRestored: (what: NotRestored['what']): NotRestored[] => [
      { what, why: 'gone', ids: gone },
      { what, why: 'elsewhere', ids: elsewhere },
    ],
  };
}
