import { Transform } from 'class-transformer';
import { IsString, IsUUID, Length, MaxLength, ValidateIf } from 'class-validator';
import { IfPresent, lowerCase, PageQuery } from '../../../core/http/index.js';

/** Which part of a list is wanted. */
export class VisibilityGroupQuery extends PageQuery {
  /** Part of a name, an e-mail address or a description: of what the list shows. */
  @IfPresent()
  @IsString()
  @Length(1, 100)
  search?: string;
}

/** Which visibility groups are wanted. */
export class VisibilityGroupsQuery extends VisibilityGroupQuery {
  /** Those directly below this one. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  parentId?: string;
}

/** A node in the tree that decides who sees whose records. */
export class VisibilityGroupResponse {
  id!: string;
  /** The short number that other services keep beside their records. It never changes and is never used again. */
  number!: number;
  name!: string;
  description!: string;
  /** The group above; null at the top. */
  parentId!: string | null;
  /** The group of everybody who is in no other. */
  isDefault!: boolean;
  /** How many groups there are from the top down to this one, at most 16. */
  depth!: number;
  /** Users who were put here. Who is in the default group for want of another is not counted. */
  memberCount!: number;
  /** Counts the changes; send it as `If-Match` with the next one. */
  version!: number;
  createdAt!: Date;
  updatedAt!: Date;
}

/** A page of visibility groups. */
export class VisibilityGroupPage {
  items!: VisibilityGroupResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** A visibility group with all that is below it. */
export class VisibilityGroupNodeResponse {
  id!: string;
  number!: number;
  name!: string;
  isDefault!: boolean;
  /** Users who were put here. */
  memberCount!: number;
  /** The groups directly below, by name. */
  children!: VisibilityGroupNodeResponse[];
}

/** All visibility groups. */
export class VisibilityGroupTreeResponse {
  /** The groups at the top, by name. */
  items!: VisibilityGroupNodeResponse[];
}

/** A new visibility group. */
export class CreateVisibilityGroupRequest {
  @IsString()
  @Length(1, 100)
  name!: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;

  /** The group above; at the top when nothing is said. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  parentId?: string;
}

/** What changes of a visibility group, apart from its place. */
export class UpdateVisibilityGroupRequest {
  @IfPresent()
  @IsString()
  @Length(1, 100)
  name?: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;
}

/** Where a visibility group hangs. */
export class VisibilityGroupParentRequest {
  /** The group above; null: at the top. */
  @ValidateIf((_object, value) => value !== null)
  @IsUUID()
  @Transform(lowerCase)
  parentId!: string | null;
}

/** Where what hangs on a deleted visibility group goes. */
export class DeleteVisibilityGroupQuery {
  /** The group of its members from then on; needed when it has any. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  transferTo?: string;

  /** The group above its children from then on; needed when it has any. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  reparentTo?: string;
}
