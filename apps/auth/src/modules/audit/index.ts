export { AuditModule } from './audit.module.js';
export { AuditChain } from './domain/audit-chain.entity.js';
export {
  type AuditAction,
  auditActions,
  type AuditSubjectType,
  auditSubjectTypes,
} from './domain/audit-action.js';
export { AuditEvent } from './domain/audit-event.entity.js';
export { AuditSubject } from './domain/audit-subject.entity.js';
export type { AuditFilter, AuditListQuery } from './domain/audit-list.js';
export { auditOutcomes, type AuditOutcome } from './domain/audit-outcome.js';
export { type ChainFault, type ChainFaultKind, chainFaultKinds } from './domain/chain-links.js';
export { type AuditedChange, RecordAuditEvent } from './domain/commands/record-audit-event.js';
export { CountAuditEventsByDay } from './domain/queries/count-audit-events-by-day.js';
export { GetAuditEvent } from './domain/queries/get-audit-event.js';
export { ListAuditEvents } from './domain/queries/list-audit-events.js';
export { ListSubjectHistory } from './domain/queries/list-subject-history.js';
export { type AuditExport, ExportAuditLog } from './domain/commands/export-audit-log.js';
export { SealAuditLog } from './domain/commands/seal-audit-log.js';
export { type ChainCheck, VerifyAuditChain } from './domain/queries/verify-audit-chain.js';
