import { Module } from '@nestjs/common';
import { PermissionCatalogue } from '../../core/access/index.js';
import { SigningKeyController } from './api/signing-key.controller.js';
import { ImportSigningKey } from './domain/commands/import-signing-key.js';
import { MaintainSigningKeys } from './domain/commands/maintain-signing-keys.js';
import { ReencryptSecrets } from './domain/commands/reencrypt-secrets.js';
import { RemoveSigningKey } from './domain/commands/remove-signing-key.js';
import { RetireSigningKey } from './domain/commands/retire-signing-key.js';
import { RotateSigningKey } from './domain/commands/rotate-signing-key.js';
import { ListSigningKeys } from './domain/queries/list-signing-keys.js';
import { SigningKeyLifecycle } from './domain/signing-key-lifecycle.js';

const doors = [
  RotateSigningKey,
  RetireSigningKey,
  RemoveSigningKey,
  ImportSigningKey,
  MaintainSigningKeys,
  ReencryptSecrets,
  ListSigningKeys,
];

/**
 * Owns the life of signing keys: when one is made, signs, retires and goes. Signing and verifying belong to core/crypto.
 * No built-in role but the superuser holds its permissions: who rotates keys can end everybody's login.
 */
@Module({
  controllers: [SigningKeyController],
  providers: [SigningKeyLifecycle, ...doors],
  exports: doors,
})
export class SigningKeyModule {
  constructor(catalogue: PermissionCatalogue) {
    catalogue.declare({
      key: 'signing_key',
      description: 'The keys that sign access tokens',
      actions: { read: 'See signing keys', rotate: 'Replace the signing key', remove: 'Remove signing keys' },
    });
  }
}
