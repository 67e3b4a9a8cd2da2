import { Global, Module } from '@nestjs/common';
import { OneTimeTokenRepository } from './one-time-token.repository.js';
import { OneTimeTokens } from './one-time-tokens.js';

/** Owns tokens that work once. What they are good for belongs to the modules. */
@Global()
@Module({ providers: [OneTimeTokenRepository, OneTimeTokens], exports: [OneTimeTokens] })
export class OneTimeTokenModule {}
