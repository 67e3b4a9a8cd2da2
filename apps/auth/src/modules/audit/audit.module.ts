import { Global, Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { EncryptedColumns } from '../../core/crypto/index.js';
import { AuditController } from './api/audit.controller.js';
import { AuditEventRepository } from './domain/audit-event.repository.js';
import { AuditChainRepository } from './domain/audit-chain.repository.js';
import { ChainKey, chainKeyContext } from './domain/chain-key.js';
import { RecordAuditEvent } from './domain/commands/record-audit-event.js';
import { ExportAuditLog } from './domain/commands/export-audit-log.js';
import { SealAuditLog } from './domain/commands/seal-audit-log.js';
import { CountAuditEventsByDay } from './domain/queries/count-audit-events-by-day.js';
import { GetAuditEvent } from './domain/queries/get-audit-event.js';
import { ListAuditEvents } from './domain/queries/list-audit-events.js';
import { ListSubjectHistory } from './domain/queries/list-subject-history.js';
import { SubjectHistoryRepository } from './domain/subject-history.repository.js';
import { VerifyAuditChain } from './domain/queries/verify-audit-chain.js';

const doors = [
  RecordAuditEvent,
  SealAuditLog,
  ExportAuditLog,
  ListAuditEvents,
  ListSubjectHistory,
  GetAuditEvent,
  CountAuditEventsByDay,
  VerifyAuditChain,
];

/** Owns the audit log and its chain. What is worth an entry, each module decides. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [...doors, AuditEventRepository, SubjectHistoryRepository, AuditChainRepository, ChainKey],
  exports: doors,
})
export class AuditModule {
  constructor(catalogue: PermissionCatalogue, columns: EncryptedColumns) {
    columns.declare({
      table: 'audit_chain',
      id: 'id',
      data: 'encrypted_key',
      encryptionKeyId: 'encryption_key_id',
      context: chainKeyContext,
    });
    catalogue.declare({
      key: 'audit',
      description: 'The audit log',
      actions: {
        read: 'Read the audit log',
        export: 'Export the audit log',
        verify: 'Verify that the audit log was not tampered with',
      },
    });
  }
}
