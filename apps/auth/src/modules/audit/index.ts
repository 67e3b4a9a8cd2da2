export { AuditModule } from './audit.module.js';
export { AuditEvent } from './domain/audit-event.entity.js';
export type { AuditListQuery } from './domain/audit-list.js';
export { auditOutcomes, type AuditOutcome } from './domain/audit-outcome.js';
export { type AuditedChange, RecordAuditEvent } from './domain/commands/record-audit-event.js';
export { CountAuditEventsByDay } from './domain/queries/count-audit-events-by-day.js';
export { GetAuditEvent } from './domain/queries/get-audit-event.js';
export { ListAuditEvents } from './domain/queries/list-audit-events.js';
