import { Global, Module } from '@nestjs/common';
import { Drain } from './drain.js';
import { ProblemFilter } from './problem-filter.js';

/** Owns what stands around every answer: its errors, and the end of the process. */
@Global()
@Module({ providers: [Drain, ProblemFilter], exports: [Drain, ProblemFilter] })
export class HttpModule {}
