import { Global, Module } from '@nestjs/common';
import { AccessTokens } from './access-tokens.js';
import { PasswordHasher } from './password-hasher.js';
import { KeyRing } from './signing-keys/key-ring.js';
import { SigningKeyRepository } from './signing-keys/signing-key.repository.js';

/** Owns password hashes, opaque tokens, signing keys and access tokens as such; who may have one is decided elsewhere. */
@Global()
@Module({
  providers: [PasswordHasher, SigningKeyRepository, KeyRing, AccessTokens],
  exports: [PasswordHasher, KeyRing, AccessTokens],
})
export class CryptoModule {}
