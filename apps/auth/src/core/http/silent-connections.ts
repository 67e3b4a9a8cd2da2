import type { FastifyInstance } from 'fastify';
import type { Socket } from 'node:net';

/**
 * Lets go, when the service stops, of connections that never said anything: browsers open some ahead of need. Node
 * counts them as busy, so closing would wait for them.
 */
export function endSilentConnectionsAtClose(fastify: FastifyInstance): void {
  const connections = new Set<Socket>();
  fastify.server.on('connection', (connection: Socket) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  fastify.addHook('preClose', (done) => {
    for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
    done();
  });
}
