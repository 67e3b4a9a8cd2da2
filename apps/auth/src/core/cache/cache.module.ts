import { Global, Module } from '@nestjs/common';
import { InvalidationChannel } from './invalidation-channel.js';

/** Owns how instances tell each other of changes. What is remembered, and for how long, belongs to the modules. */
@Global()
@Module({ providers: [InvalidationChannel], exports: [InvalidationChannel] })
export class CacheModule {}
