export { AuthorizationModule } from './authorization.module.js';
export { FindPermissions } from './domain/queries/find-permissions.js';
export { GetEffectivePermissions } from './domain/queries/get-effective-permissions.js';
