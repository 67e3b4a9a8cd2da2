import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { MIN_REVISION_HEADER } from '../../../core/access/index.js';
import { AppError } from '../../../core/errors/index.js';
import { RevisionWatch } from '../domain/revision-watch.js';

const REVISION = /^\d{1,15}$/;

/** Who has seen a revision and sends it as `X-Authz-Min-Revision` is answered from what is at least as new. */
@Injectable()
export class MinRevisionGuard implements CanActivate {
  constructor(private readonly watch: RevisionWatch) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const { headers } = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
    const seen = headers[MIN_REVISION_HEADER];
    if (seen === undefined) return true;
    if (!REVISION.test(seen))
      throw AppError.forField(
        'invalid_request',
        'X-Authz-Min-Revision',
        'X-Authz-Min-Revision must be the number that a change answered',
      );
    await this.watch.reach(Number(seen));
    return true;
  }
}
