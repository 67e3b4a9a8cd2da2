import { Global, Module } from '@nestjs/common';
import { AccessTokens } from './access-tokens.js';
import { EncryptedColumnRepository } from './encrypted-column.repository.js';
import { EncryptedColumns } from './encrypted-columns.js';
import { EncryptionAtRest } from './encryption-at-rest.js';
import { PasswordBlocklist } from './password-blocklist/password-blocklist.js';
import { PasswordHasher } from './password-hasher.js';
import { KeyRing } from './signing-keys/key-ring.js';
import { SigningKeyRepository } from './signing-keys/signing-key.repository.js';

/** Owns password hashes, opaque tokens, signing keys and access tokens as such; who may have one is decided elsewhere. */
@Global()
@Module({
  providers: [
    PasswordHasher,
    PasswordBlocklist,
    EncryptionAtRest,
    EncryptedColumnRepository,
    EncryptedColumns,
    SigningKeyRepository,
    KeyRing,
    AccessTokens,
  ],
  exports: [
    PasswordHasher,
    PasswordBlocklist,
    EncryptionAtRest,
    EncryptedColumns,
    SigningKeyRepository,
    KeyRing,
    AccessTokens,
  ],
})
export class CryptoModule {}
