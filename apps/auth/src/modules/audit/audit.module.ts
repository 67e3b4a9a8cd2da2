import { Global, Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { AuditController } from './api/audit.controller.js';
import { AuditEventRepository } from './domain/audit-event.repository.js';
import { RecordAuditEvent } from './domain/commands/record-audit-event.js';
import { CountAuditEventsByDay } from './domain/queries/count-audit-events-by-day.js';
import { GetAuditEvent } from './domain/queries/get-audit-event.js';
import { ListAuditEvents } from './domain/queries/list-audit-events.js';
import { ListSubjectHistory } from './domain/queries/list-subject-history.js';
import { SubjectHistoryRepository } from './domain/subject-history.repository.js';

/** Owns the audit log. What is worth an entry, each module decides. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [
    AuditEventRepository,
    SubjectHistoryRepository,
    RecordAuditEvent,
    ListAuditEvents,
    ListSubjectHistory,
    GetAuditEvent,
    CountAuditEventsByDay,
  ],
  exports: [RecordAuditEvent, ListAuditEvents, ListSubjectHistory, GetAuditEvent, CountAuditEventsByDay],
})
export class AuditModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare({
      key: 'audit',
      description: 'The audit log',
      actions: { read: 'Read the audit log' },
    });
  }
}
