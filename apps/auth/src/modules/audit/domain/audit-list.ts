import type { AuditOutcome } from './audit-outcome.js';

/** Which events are wanted. */
export interface AuditListQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly action?: string;
  readonly outcome?: AuditOutcome;
  readonly actorId?: string;
  readonly subjectType?: string;
  readonly subjectId?: string;
}
