import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IfPresent } from '../../../core/http/index.js';

/** From which revision on. */
export class ChangesQuery {
  /** The revision that is known already. */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  @Type(() => Number)
  since!: number;
}

/** Which users are wanted. A service reads all of them, so its pages may be larger than those for people. */
export class SubjectsQuery {
  /** Users on a page. */
  @IsInt()
  @Min(1)
  @Max(2000)
  @Type(() => Number)
  limit = 200;

  /** `nextCursor` of the page before. */
  @IfPresent()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

/** Where a stream begins. */
export class EventsQuery {
  /** The revision that is known already; the present one when nothing is said. */
  @IfPresent()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  @Type(() => Number)
  since?: number;
}

/** All that decisions rest on at a revision, apart from the users. Moments are milliseconds since 1970. */
export class SnapshotResponse {
  rev!: number;
  /** The service's clock. */
  now!: number;
  /** The catalogue. */
  permissions!: string[];
  roles!: Record<string, unknown>[];
  teams!: Record<string, unknown>[];
  groups!: Record<string, unknown>[];
}

/** A page of users of whom more is known than that they are active. */
export class SubjectPage {
  items!: Record<string, unknown>[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** Sessions that have ended. */
export class EndedSessionsResponse {
  /** Ids of the sessions. */
  ids!: string[];
  /** The service's clock: milliseconds since 1970. */
  now!: number;
  /** How long access tokens of theirs may be good. */
  tokenSeconds!: number;
}

/** What has changed, as it is at `rev`. */
export class UpdateResponse {
  since!: number;
  rev!: number;
  /** The service's clock: milliseconds since 1970. */
  now!: number;
  /** Ids of changed roles and teams; those of them that are not below are gone. */
  touched!: string[];
  /** null when the catalogue is the same. */
  permissions!: string[] | null;
  roles!: Record<string, unknown>[];
  teams!: Record<string, unknown>[];
  /** null when the tree is the same. */
  groups!: Record<string, unknown>[] | null;
  users!: Record<string, unknown>[];
}
