export { UserTransferModule } from './user-transfer.module.js';
export { ImportedUser } from './domain/imported-user.entity.js';
export { UserImport } from './domain/user-import.entity.js';
export type { ImportProgress, RefusedRow, RefusedRows } from './domain/import-progress.js';
export { declarePasswordFormat, passwordFormatNames } from './domain/password-format-options.js';
export { exportedFields, importedFields } from './domain/transfer-fields.js';
export { ExportUsers } from './domain/commands/export-users.js';
export { type ImportInput, type ImportReport, ImportUsers } from './domain/commands/import-users.js';
export type { ImportOptions } from './domain/commands/prepare-import-row.js';
