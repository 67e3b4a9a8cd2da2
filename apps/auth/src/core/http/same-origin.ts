import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors/index.js';

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a change that another site may have sent (OWASP CSRF Cheat Sheet: Fetch Metadata, then Origin). Browsers
 * send at least one of the two headers with every form and script; who sends neither is refused.
 *
 * @param ownOrigin - the configured origin; the one that was asked is accepted too
 * @throws AppError `cross_site_request`
 */
export function assertSameOrigin(request: FastifyRequest, ownOrigin: string): void {
  if (SAFE_METHODS.includes(request.method)) return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isOwn = origin === ownOrigin || origin === `${request.protocol}://${request.host}`;
  // A page that withholds its referrer sends the origin `null`; Fetch Metadata then tells the truth.
  const accepted =
    site === undefined
      ? isOwn
      : site === 'same-origin' && (isOwn || origin === undefined || origin === 'null');
  if (!accepted) throw new AppError('cross_site_request');
}
