import type { FastifyRequest } from 'fastify';
import type { AdminPanel } from './admin/admin-panel.js';
import type { IdentifyCaller } from './modules/auth/index.js';

const BEARER = /^Bearer (\S+)$/i;

/** Who may read the documents where they are closed to strangers: holders of `docs:read`, by token or in the panel. */
export function mayReadDocs(identifyCaller: IdentifyCaller, panel: AdminPanel) {
  return async (request: FastifyRequest): Promise<boolean> => {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const reader = token === undefined ? await panel.visitor(request) : await identifyCaller.byToken(token);
    return reader?.permissions.has('docs:read') === true;
  };
}
