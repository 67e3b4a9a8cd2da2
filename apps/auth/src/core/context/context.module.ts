import { Global, Module } from '@nestjs/common';
import { ClsModule } from 'nestjs-cls';
import { RequestContext } from './request-context.js';

/** Owns the async context of a request. Knows nothing of what is kept in it. */
@Global()
@Module({
  // Not its `forRoot`: that puts a guard and an interceptor around every route, which do nothing but take time.
  imports: [ClsModule],
  providers: [RequestContext],
  exports: [RequestContext],
})
export class ContextModule {}
