/** Somebody who was put into a visibility group. */
export class GroupMemberResponse {
  userId!: string;
  email!: string;
  displayName!: string;
  joinedAt!: Date;
}

/** A page of members. */
export class GroupMemberPage {
  items!: GroupMemberResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** Somebody who manages a visibility group. */
export class GroupManagerResponse {
  userId!: string;
  email!: string;
  displayName!: string;
}

/** A page of managers. */
export class GroupManagerPage {
  items!: GroupManagerResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** The visibility group that a user is in. */
export class UserVisibilityGroupResponse {
  id!: string;
  /** The short number that other services keep beside their records. */
  number!: number;
  name!: string;
  isDefault!: boolean;
  /** null: in the default group for want of another. */
  joinedAt!: Date | null;
}
