import { IntersectionType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsDate, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IfPresent, lowerCase } from '../../../core/http/index.js';
import { PageQuery } from '../../../core/http/page.dto.js';
import { type RecordFormat, recordFormats } from '../../../core/records/record.js';
import { type AuditOutcome, auditOutcomes } from '../domain/audit-outcome.js';

/** Which events are wanted. */
export class AuditFilterQuery {
  /** What happened, for example `user.created`. */
  @IfPresent()
  @IsString()
  @MaxLength(100)
  action?: string;

  @IfPresent()
  @IsIn(auditOutcomes)
  outcome?: AuditOutcome;

  /** Who acted. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  actorId?: string;

  /** Who acted in the name of others. */
  @IfPresent()
  @IsUUID()
  @Transform(lowerCase)
  impersonatorId?: string;

  /** For example `user` or `role`. */
  @IfPresent()
  @IsString()
  @MaxLength(50)
  subjectType?: string;

  @IfPresent()
  @IsString()
  @MaxLength(100)
  subjectId?: string;

  @IfPresent()
  @IsString()
  @MaxLength(200)
  requestId?: string;

  /** Not before this moment. */
  @IfPresent()
  @IsDate()
  @Type(() => Date)
  from?: Date;

  /** Before this moment. */
  @IfPresent()
  @IsDate()
  @Type(() => Date)
  to?: Date;
}

/** Which page of the audit log is wanted. */
export class AuditQuery extends IntersectionType(AuditFilterQuery, PageQuery) {}

/** Which events are to be exported, and how. */
export class AuditExportQuery extends AuditFilterQuery {
  /** `jsonl`: a JSON object a line. */
  @IfPresent()
  @IsIn(recordFormats)
  format: RecordFormat = 'jsonl';
}

/** One thing that happened. */
export class AuditEventResponse {
  id!: string;
  occurredAt!: Date;
  /** For example `user.created`. */
  action!: string;
  outcome!: AuditOutcome;
  /** null: the service itself, or somebody unknown. */
  actorId!: string | null;
  /** Who acted in the actor's name; null: the actor. */
  impersonatorId!: string | null;
  subjectType!: string;
  subjectId!: string | null;
  /** The public state before. */
  before!: unknown;
  /** The public state after. */
  after!: unknown;
  reason!: string | null;
  requestId!: string | null;
  ipAddress!: string | null;
  /** Its place in the chain; null until it is sealed, a second or two after it happened. */
  position!: number | null;
}

/** A page of the audit log. */
export class AuditPage {
  items!: AuditEventResponse[];
  /** Where the next page begins; null on the last one. */
  nextCursor!: string | null;
}
