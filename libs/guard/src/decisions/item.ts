import type { AuthorizationReplica, ItemDescription, VisibilityLevel } from '@auth-service/authorization';

/** An item as this service knows it. Never described by whoever wants to reach it. */
export interface Item {
  /** Id of the owner. */
  readonly ownerId: string | null;
  /** Ids of those who see it whatever its level. */
  readonly followerIds?: readonly string[];
  /** Number of the group in which it counts; the owner's current one when nothing is said. */
  readonly group?: number | null;
  /** The default of that group for the type when nothing is said. */
  readonly level?: VisibilityLevel;
  /** Id of the team to which it belongs: permissions held in that team alone count for it. */
  readonly teamId?: string;
  /** What it belongs to: it is visible when all of these are. */
  readonly parents?: readonly ParentItem[];
}

/** What an item belongs to. */
export interface ParentItem extends Omit<Item, 'teamId' | 'parents'> {
  /** For example `account`. */
  readonly type: string;
}

/** The item as the rules want it. */
export const describeItem = (
  replica: AuthorizationReplica,
  type: string,
  { ownerId, followerIds, group, level }: Item,
): ItemDescription => ({
  type,
  ownerId,
  group: group ?? replica.model.groupOf(ownerId === null ? { group: null } : replica.subject(ownerId)),
  ...(followerIds && { followerIds }),
  ...(level && { level }),
});

/** The item as the auth service wants it. */
export const describeResource = (type: string, teamId: string | undefined, item: Item | undefined) => ({
  type,
  id: '*',
  properties: {
    ...(teamId !== undefined && { team_id: teamId }),
    ...(item && describeProperties(item)),
    ...(item?.parents && {
      parents: item.parents.map((parent) => ({ type: parent.type, properties: describeProperties(parent) })),
    }),
  },
});

const describeProperties = ({ ownerId, followerIds, group, level }: Item) => ({
  owner_id: ownerId,
  ...(followerIds && { follower_ids: followerIds }),
  ...(group != null && { visibility_group: group }),
  ...(level && { visible_to: level }),
});
