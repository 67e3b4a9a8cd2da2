import { Transform, Type } from 'class-transformer';
import { IsDate, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { IfPresent, lowerCase } from '../../../core/http/index.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../../core/http/page.js';
import { EvaluationRequest } from './authzen.dto.js';

/** May this subject do this to that, and why? */
export class ExplainRequest extends EvaluationRequest {
  /** A past moment (RFC 3339); now when nothing is said. Only for permissions: visibility has no history. */
  at?: Date;
}

/** Who may do this? */
export class WhoCanRequest {
  /** @example 'deal:read' */
  @Matches(/^[a-z][a-z0-9_]{0,63}:[a-z][a-z0-9_]{0,63}$/, { message: 'permission must be such as deal:read' })
  permission!: string;

  /** Of the team to which the resource belongs; without it what holds in a team alone does not count. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  teamId?: string;

  /** A past moment; now when nothing is said. */
  @IfPresent()
  @IsDate()
  @Type(() => Date)
  at?: Date;

  /** People on a page. */
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  limit: number = DEFAULT_PAGE_SIZE;

  /** `nextCursor` of the page before. */
  @IfPresent()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

/** Somebody who may do it. */
export class WhoCanResponse {
  userId!: string;
  email!: string;
  /** The shortest way from the user over teams and roles to the permission. */
  path!: Record<string, unknown>[];
}

/** A page of those who may do it. */
export class WhoCanPage {
  items!: WhoCanResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}

/** Why somebody may do something, or why not. Moments are milliseconds since 1970. */
export class ExplanationResponse {
  decision!: boolean;
  /** Of a denial: `inactive`, `not_visible` or `not_permitted`. */
  reason?: string;
  /** The shortest way from the user over teams and roles to the permission; null when there is none. */
  path!: Record<string, unknown>[] | null;
  /** How the user stands to the item and to what it belongs to: the row of the visibility table. */
  sights!: Record<string, unknown>[];
  /** What would turn a denial. */
  remedies!: Record<string, unknown>[];
}

/** A condition in PostgreSQL's SQL, on the columns `owner_id`, `vg` and `visible_to`. */
export class PlannedSql {
  /** With `$1` and so on. */
  text!: string;
  values!: unknown[];
}

/** Which items of a list somebody may reach. */
export class PlanResponse {
  /** `ALLOW` all, `DENY` all, or a `CONDITION`. */
  effect!: 'ALLOW' | 'DENY' | 'CONDITION';
  /** Why nothing is left. */
  reason?: string;
  /** As data: of whom (`me`), of which groups (`mine`, `below`, `above`). */
  condition?: Record<string, unknown>;
  sql?: PlannedSql;
}
