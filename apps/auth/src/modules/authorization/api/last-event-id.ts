import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';

const REVISION = /^\d{1,15}$/;

/** The revision that a stream which was cut off had reached: `Last-Event-ID` of server-sent events; undefined when absent. */
export const LastEventId = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => {
    const header = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>()
      .headers['last-event-id'];
    if (header === undefined) return undefined;
    if (!REVISION.test(header))
      throw AppError.forField('invalid_request', 'Last-Event-ID', 'Last-Event-ID must be a revision');
    return Number(header);
  },
);
