import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OAuthError } from '../domain/oauth-error.js';

const MAX_LENGTH = 8192;
const FORM = /^application\/x-www-form-urlencoded(?:;|$)/i;

/**
 * Hands over a parameter of a form. Unknown ones are ignored, one that comes twice is refused, and an empty one is as good
 * as none (RFC 6749, section 3.2).
 */
export const OAuthParameter = createParamDecorator(
  ({ name, required = false }: { name: string; required?: boolean }, context: ExecutionContext) => {
    const value = read(context.switchToHttp().getRequest<FastifyRequest>(), name);
    if (value === undefined && required)
      throw new OAuthError('invalid_request', `The parameter ${name} is missing.`);
    return value;
  },
);

function read({ headers, body }: FastifyRequest, name: string): string | undefined {
  if (!FORM.test(headers['content-type'] ?? ''))
    throw new OAuthError('invalid_request', 'Send the parameters as application/x-www-form-urlencoded.');
  const form = (body ?? {}) as Record<string, unknown>;
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || value.length > MAX_LENGTH)
    throw new OAuthError('invalid_request', `The parameter ${name} must come once, and not be too long.`);
  return value;
}
