import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { IfPresent, lowerCase } from '../../../core/http/index.js';
import { type PreviewedChangeKind, previewedChangeKinds } from '../domain/previews/previewed-change.js';

const MAX_USERS = 500;
const MAX_PERMISSIONS = 10_000;
const MAX_PARENTS = 100;

/** A change to try out. Which fields it needs follows from `change`. */
export class PreviewRequest {
  /** What would be done. */
  @IsIn(previewedChangeKinds)
  change!: PreviewedChangeKind;

  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  roleId?: string;

  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  teamId?: string;

  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  groupId?: string;

  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  userId?: string;

  /** At most 500. */
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(MAX_USERS)
  @IsUUID(undefined, { each: true })
  @Transform(lowerCase)
  userIds?: string[];

  /** @example 'deal:read' */
  @IfPresent()
  @IsString()
  @Length(1, 129)
  permission?: string;

  /** All that the role would hold directly, wildcards allowed. */
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(MAX_PERMISSIONS)
  @IsString({ each: true })
  @Length(1, 129, { each: true })
  permissions?: string[];

  /** All roles that the role would inherit from. */
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(MAX_PARENTS)
  @IsUUID(undefined, { each: true })
  @Transform(lowerCase)
  parentIds?: string[];

  /** The group above; null: at the top. */
  @ValidateIf((_object, value) => value !== undefined && value !== null)
  @IsUUID()
  @Transform(lowerCase)
  parentId?: string | null;

  @IfPresent()
  @IsBoolean()
  teamScoped?: boolean;

  /** Whether a second factor is wanted. */
  @IfPresent()
  @IsBoolean()
  required?: boolean;

  @IfPresent()
  @IsDate()
  @Type(() => Date)
  validFrom?: Date;

  @IfPresent()
  @IsDate()
  @Type(() => Date)
  validUntil?: Date;

  /** Of items, by the key of their resource. */
  @IfPresent()
  @IsString()
  @Length(1, 64)
  type?: string;

  /** 1, 3, 5 or 7: how widely new items are seen; null: as the groups above say. */
  @ValidateIf((_object, value) => value !== undefined && value !== null)
  @IsInt()
  level?: number | null;

  /** How a role, a team or a group would be called. */
  @IfPresent()
  @IsString()
  @Length(1, 100)
  name?: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;

  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  transferTo?: string;

  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  reparentTo?: string;
}

/** How many, and the first hundred of them. */
export class PreviewedNames {
  count!: number;
  first!: string[];
}

/** Permissions that come and go. */
export class PreviewedPermissions {
  gains!: PreviewedNames;
  loses!: PreviewedNames;
}

/** Permissions that come and go in a team alone. */
export class PreviewedTeam extends PreviewedPermissions {
  teamId!: string;
  team!: string;
}

/** Visibility groups by their names. */
export class PreviewedGroups {
  gains!: string[];
  loses!: string[];
}

/** Somebody whom the change concerns. */
export class PreviewedUser {
  id!: string;
  email!: string;
}

/** What the change does to some users alike. */
export class PreviewedDifference {
  /** From when on: now, or when a window opens or closes that the change gives. */
  at!: Date;
  userCount!: number;
  /** The first hundred. */
  users!: PreviewedUser[];
  permissions!: PreviewedPermissions;
  inTeams!: PreviewedTeam[];
  /** Visibility groups whose every item they see. */
  seesAllOf!: PreviewedGroups;
  /** Visibility groups whose shared items they see. */
  seesSharedOf!: PreviewedGroups;
  /** Whether what they hold wants a second factor from then on, or no longer does; null: as before. */
  secondFactor!: 'wanted' | 'no_longer_wanted' | null;
}

/** What a change would do. Nothing of it has happened. */
export class PreviewResponse {
  /** Users for whom something changes. */
  userCount!: number;
  /** False when so many users are concerned that only the first 5,000 were compared. */
  complete!: boolean;
  /** Whether you could not undo it or not enter the panel afterwards, as you can now in this session. */
  locksYouOut!: boolean;
  /** What it does to whom: in the order of its moments, the largest part first; at most a hundred. */
  differences!: PreviewedDifference[];
}

/** Something that a deletion ended and that taking it back does not bring back. */
export class NotRestoredResponse {
  what!: 'permission' | 'parent' | 'above' | 'member' | 'manager' | 'child' | 'role' | 'team' | 'default';
  /** `gone`: there is no such thing any more. `elsewhere`: it was moved since, and stays there. */
  why!: 'gone' | 'elsewhere';
  /** Of permissions the names, of defaults the types, of all else the ids. */
  ids!: string[];
}

/** What taking a change back would do. Nothing of it has happened. */
export class UndoPreviewResponse extends PreviewResponse {
  /** Of a deletion: what does not come back with it. */
  notRestored!: NotRestoredResponse[];
}
