export { AuthorizationModule } from './authorization.module.js';
export { ExplainPermissions, type PermissionOrigin } from './domain/queries/explain-permissions.js';
export { FindPermissions } from './domain/queries/find-permissions.js';
export { GetEffectivePermissions } from './domain/queries/get-effective-permissions.js';
export { AuthorizationChange } from './domain/authorization-change.entity.js';
export { AuthorizationHistoryEntry } from './domain/authorization-history-entry.entity.js';
export { AuthorizationRevision } from './domain/authorization-revision.entity.js';
