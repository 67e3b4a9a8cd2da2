import { Global, Module } from '@nestjs/common';
import { AccessPolicy } from '../../core/access/index.js';
import { UserModule } from '../user/index.js';
import { EffectivePermissionController } from './api/effective-permission.controller.js';
import { AuthorizationRepository } from './domain/authorization.repository.js';
import { LiveAccessPolicy } from './domain/live-access-policy.js';
import { PermissionCache } from './domain/permission-cache.js';
import { FindPermissions } from './domain/queries/find-permissions.js';
import { GetEffectivePermissions } from './domain/queries/get-effective-permissions.js';

/**
 * Owns decisions: what follows for a person from roles and teams at a moment, and the rules against escalation.
 * The roles themselves belong to `rbac`. Global for the sake of the port it implements.
 */
@Global()
@Module({
  imports: [UserModule],
  controllers: [EffectivePermissionController],
  providers: [
    AuthorizationRepository,
    PermissionCache,
    LiveAccessPolicy,
    { provide: AccessPolicy, useExisting: LiveAccessPolicy },
    FindPermissions,
    GetEffectivePermissions,
  ],
  exports: [AccessPolicy, FindPermissions, GetEffectivePermissions],
})
export class AuthorizationModule {}
