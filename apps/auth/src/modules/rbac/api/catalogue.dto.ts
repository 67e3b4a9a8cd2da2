import { IsBoolean, IsString, Length, Matches, MaxLength } from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';

/** One part of a permission. */
export const PART = /^[a-z][a-z0-9_]{0,63}$/;
export const PART_MESSAGE =
  '$property must be of lower-case letters, digits and _, beginning with a letter, at most 64';

/** A kind of thing that is protected. */
export class ResourceResponse {
  id!: string;
  /** @example 'deal' */
  key!: string;
  /** The service that owns it. */
  service!: string;
  description!: string;
  /** Counts the changes; send it as `If-Match` with the next one. */
  version!: number;
  createdAt!: Date;
  updatedAt!: Date;
}

/** A page of resources. */
export class ResourcePage {
  items!: ResourceResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** What changes of a resource. Its key stands in the code of services, so it stays. */
export class UpdateResourceRequest {
  /** The service that owns it. */
  @IfPresent()
  @IsString()
  @Length(1, 100)
  service?: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;
}

/** A new resource. */
export class CreateResourceRequest {
  /** @example 'deal' */
  @IsString()
  @Matches(PART, { message: PART_MESSAGE })
  key!: string;

  /** The service that owns it. */
  @IsString()
  @Length(1, 100)
  service!: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;
}

/** Something that may be done with a resource. */
export class PermissionResponse {
  id!: string;
  /** @example 'deal:read' */
  name!: string;
  resource!: string;
  action!: string;
  description!: string;
  /** Since then no code declares it any more; it still counts. */
  deprecatedAt!: Date | null;
  /** Counts the changes; send it as `If-Match` with the next one. */
  version!: number;
  createdAt!: Date;
  updatedAt!: Date;
}

/** A page of permissions. */
export class PermissionPage {
  items!: PermissionResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** What changes of a permission. Its name stands in the code of services, so it stays. */
export class UpdatePermissionRequest {
  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;

  /** Marks it as no longer declared by any code. */
  @IfPresent()
  @IsBoolean()
  deprecated?: boolean;
}

/** A new permission. */
export class CreatePermissionRequest {
  /** Key of a resource in the catalogue. @example 'deal' */
  @IsString()
  @Matches(PART, { message: PART_MESSAGE })
  resource!: string;

  /** @example 'read' */
  @IsString()
  @Matches(PART, { message: PART_MESSAGE })
  action!: string;

  @IfPresent()
  @IsString()
  @MaxLength(1000)
  description?: string;
}
