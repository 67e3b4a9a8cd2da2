import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { AppError } from '../errors/index.js';

const ENTITY_TAG = /^(?:W\/)?"(\d{1,9})"$/;

/** The version that `If-Match` names (RFC 9110, section 13.1.1); undefined when the header is absent or `*`. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>().headers[
    'if-match'
  ];
  if (header === undefined || header === '*') return undefined;
  const version = ENTITY_TAG.exec(header)?.[1];
  if (version === undefined)
    throw AppError.forField('invalid_request', 'If-Match', 'If-Match must be a version such as "3"');
  return Number(version);
});
