import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import { lowerCase } from './lower-case.js';

const MAX_MEMBERS_AT_ONCE = 500;

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

/** Users who are to be put into a visibility group. */
export class MoveMembersRequest {
  /** At most 500. */
  @IsUUID('all', { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_MEMBERS_AT_ONCE)
  @IsArray()
  @Transform(lowerCase)
  userIds!: string[];
}

/** Why one row was refused. */
export class MovedMemberError {
  /** @example 'not_found' */
  code!: string;
  detail!: string;
}

/** What became of one row. */
export class MovedMemberResponse {
  userId!: string;
  /** False too for who was there already; then there is no `error`. */
  moved!: boolean;
  error?: MovedMemberError;
}

/** What became of each row, in their order. */
export class MovedMemberList {
  items!: MovedMemberResponse[];
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
