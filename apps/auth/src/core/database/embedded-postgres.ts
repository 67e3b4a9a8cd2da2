import { mkdirSync, realpathSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { chooseAccount } from './embedded/account.js';
import { locateBinaries } from './embedded/binaries.js';
import { clusterPaths, DATABASE, ensureCluster, ROLE } from './embedded/cluster.js';
import { claimDataDir } from './embedded/data-dir-owner.js';
import { retirePostmaster } from './embedded/postmaster-file.js';
import { ServerProcess } from './embedded/server-process.js';

export { DataDirInUse } from './embedded/data-dir-owner.js';
export { EmbeddedPostgresError } from './embedded/embedded-postgres-error.js';

/** How to run an embedded PostgreSQL. */
export interface EmbeddedPostgresOptions {
  /** Folder that holds the cluster, its password and its owner; made when it is missing. */
  readonly dataDir: string;
  /** Receives the server's log line by line. */
  readonly onLog?: (line: string) => void;
  /** Called with the server's last words when it ends by itself. */
  readonly onFailure?: (lastWords: string) => void;
  /** Server settings, for example `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  /** For `DATABASE_URL`. */
  readonly url: string;
  /** Stops the server and gives the folder back. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const PORT_ATTEMPTS = 3;

const SETTINGS = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  // One server without replicas: less to write per commit.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  // The statements are short; compiling them costs more than it gains.
  jit: 'off',
  log_line_prefix: '',
};

/**
 * Starts a PostgreSQL server of our own, from the binaries that npm installed, on a free port of the loopback
 * interface. It lives no longer than this process, even if that is killed.
 *
 * @throws DataDirInUse when another live process uses the folder; EmbeddedPostgresError when the server cannot run
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  const release = claimDataDir(dataDir);
  try {
    const { server, url } = await start(dataDir, options);
    server.onFailure((lastWords) => options.onFailure?.(lastWords));
    return { url, stop: () => server.stop().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

async function start(
  dataDir: string,
  options: EmbeddedPostgresOptions,
): Promise<{ server: ServerProcess; url: string }> {
  const { onLog = () => undefined, settings } = options;
  const paths = clusterPaths(dataDir);
  const binaries = locateBinaries();
  const account = chooseAccount({ ...paths, program: binaries.postgres });
  await retirePostmaster(paths.cluster, onLog);
  const password = await ensureCluster(paths, binaries, account);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const args = serverArguments(paths.cluster, { ...SETTINGS, ...settings, port: String(port) });
    try {
      const server = await ServerProcess.start(binaries.postgres, args, account, paths.cluster, onLog);
      return { server, url: `postgres://${ROLE}:${password}@${HOST}:${port}/${DATABASE}` };
    } catch (error) {
      // Somebody else may have taken the port in the meantime.
      const isPortTaken = error instanceof Error && error.message.includes('Address already in use');
      if (!isPortTaken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

function serverArguments(cluster: string, settings: Readonly<Record<string, string>>): string[] {
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
