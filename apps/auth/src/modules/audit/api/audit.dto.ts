import { Transform } from 'class-transformer';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IfPresent, lowerCase } from '../../../core/http/index.js';
import { PageQuery } from '../../../core/http/page.dto.js';
import { type AuditOutcome, auditOutcomes } from '../domain/audit-outcome.js';

/** Which part of the audit log is wanted. */
export class AuditQuery extends PageQuery {
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

  /** For example `user` or `role`. */
  @IfPresent()
  @IsString()
  @MaxLength(50)
  subjectType?: string;

  @IfPresent()
  @IsString()
  @MaxLength(100)
  subjectId?: string;
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
