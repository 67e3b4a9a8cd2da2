import { Module } from '@nestjs/common';
import { RbacModule } from '../rbac/index.js';
import { UserModule } from '../user/index.js';
import { UserTransferController } from './api/user-transfer.controller.js';
import { ExportUserPage } from './domain/commands/export-user-page.js';
import { ExportUsers } from './domain/commands/export-users.js';
import { ImportUserRecords } from './domain/commands/import-user-records.js';
import { ImportUsers } from './domain/commands/import-users.js';
import { PrepareImportRow } from './domain/commands/prepare-import-row.js';
import { StoreImportBatch } from './domain/commands/store-import-batch.js';
import { ImportableRoles } from './domain/importable-roles.js';
import { UserImportRepository } from './domain/user-import.repository.js';

/**
 * Owns moving users from and to other services: whole files for the operator at the command line, some at a time over
 * REST and in the panel. Password hashes leave by the command line alone.
 */
@Module({
  imports: [UserModule, RbacModule],
  controllers: [UserTransferController],
  providers: [
    UserImportRepository,
    ImportableRoles,
    PrepareImportRow,
    StoreImportBatch,
    ImportUsers,
    ImportUserRecords,
    ExportUsers,
    ExportUserPage,
  ],
  exports: [ImportUsers, ImportUserRecords, ExportUsers, ExportUserPage],
})
export class UserTransferModule {}
