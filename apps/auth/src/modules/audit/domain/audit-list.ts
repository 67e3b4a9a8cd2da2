import type { AuditOutcome } from './audit-outcome.js';

/** Which events are wanted; all that is said has to hold. */
export interface AuditFilter {
  readonly action?: string;
  readonly outcome?: AuditOutcome;
  readonly actorId?: string;
  /** Who acted in the name of others. */
  readonly impersonatorId?: string;
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly requestId?: string;
  /** Not before. */
  readonly from?: Date;
  /** Before. */
  readonly to?: Date;
}

/** Which page of them. */
export interface AuditListQuery extends AuditFilter {
  readonly limit: number;
  readonly cursor?: string;
}
