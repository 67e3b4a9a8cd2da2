import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { assertThat } from '../../core/errors/index.js';
import { checkedInput, handler } from '../pages/panel-handler.js';
import type { PanelScopeOptions } from './panel-scope.types.js';

interface Wish {
  readonly userId: string;
  readonly reason: string;
}

const input = {
  userId: z.uuid(),
  reason: z.string().trim().min(3, 'faults.reason').max(500, 'faults.tooLong'),
};
const wish = handler({ input, run: () => Promise.resolve({}) });

/** Acting in somebody else's name begins from our own pages, and ends from any of them: the gate has seen to that. */
export function registerImpersonationRoutes(
  scope: FastifyInstance,
  { impersonation }: Pick<PanelScopeOptions, 'impersonation'>,
): void {
  scope.post('/api/impersonation', async (request, reply) => {
    const { panelAdmin, headers } = request;
    assertThat(panelAdmin !== undefined, 'unauthenticated');
    const wanted = checkedInput(wish, request.body ?? {}) as Wish;
    const next = await impersonation.begin(headers.cookie, panelAdmin, wanted);
    return reply.header('set-cookie', [...next.headers]).send({ location: next.location });
  });

  // Whom one acts for need not be let into the panel.
  scope.post('/impersonation/end', async (request, reply) => {
    const { location, headers } = await impersonation.end(request.headers.cookie);
    if (headers.length > 0) reply.header('set-cookie', [...headers]);
    return reply.redirect(location, 303);
  });
}
