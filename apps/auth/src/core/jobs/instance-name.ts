import { hostname } from 'node:os';

/** What this process is called among the instances: its host, a container's id for example, and its number there. */
export const instanceName = `${hostname()}:${process.pid}`;
