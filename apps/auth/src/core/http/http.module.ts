import { Global, Module } from '@nestjs/common';
import { DeviceCookie } from './device-cookie.js';
import { Drain } from './drain.js';
import { OwnSessionCookie } from './own-session-cookie.js';
import { ProblemFilter } from './problem-filter.js';
import { SessionCookie } from './session-cookie.js';

/** Owns what stands around every answer: its errors, the browsers' cookies, and the end of the process. */
@Global()
@Module({
  providers: [Drain, ProblemFilter, SessionCookie, OwnSessionCookie, DeviceCookie],
  exports: [Drain, ProblemFilter, SessionCookie, OwnSessionCookie, DeviceCookie],
})
export class HttpModule {}
