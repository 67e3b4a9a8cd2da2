import { Global, Module } from '@nestjs/common';
import { RequestCountRepository } from './request-count.repository.js';
import { RequestThrottle } from './request-throttle.js';

/** Owns counting requests. How many are too many is said where they are made. */
@Global()
@Module({ providers: [RequestCountRepository, RequestThrottle], exports: [RequestThrottle] })
export class ThrottleModule {}
