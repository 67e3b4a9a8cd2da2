import { Module } from '@nestjs/common';
import { RbacModule } from '../rbac/index.js';
import { UserModule } from '../user/index.js';
import { ExportUsers } from './domain/commands/export-users.js';
import { ImportUsers } from './domain/commands/import-users.js';
import { PrepareImportRow } from './domain/commands/prepare-import-row.js';
import { StoreImportBatch } from './domain/commands/store-import-batch.js';
import { UserImportRepository } from './domain/user-import.repository.js';

/** Owns moving users from and to other services, for the operator at the command line: no route leads here. */
@Module({
  imports: [UserModule, RbacModule],
  providers: [UserImportRepository, PrepareImportRow, StoreImportBatch, ImportUsers, ExportUsers],
  exports: [ImportUsers, ExportUsers],
})
export class UserTransferModule {}
