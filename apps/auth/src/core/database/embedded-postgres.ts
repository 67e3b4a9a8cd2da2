import { mkdirSync, realpathSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { chooseAccount } from './embedded/account.js';
import { locateBinaries } from './embedded/binaries.js';
import { clusterPaths, DATABASE, ensureCluster, ROLE } from './embedded/cluster.js';
import { claimDataDir } from './embedded/data-dir-owner.js';
import { KeptServer } from './embedded/kept-server.js';
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
  /** Called with the server's last words when it has ended by itself and is about to be started again. */
  readonly onRestart?: (lastWords: string) => void;
  /** Called when it cannot be started again. */
  readonly onFailure?: (error: unknown) => void;
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
const ignore = (): void => undefined;

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
 * interface. It lives no longer than this process, even if that is killed; when it ends by itself, it is started again
 * on the same port.
 *
 * @throws DataDirInUse when another live process uses the folder; EmbeddedPostgresError when the server cannot run
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  const release = claimDataDir(dataDir);
  try {
    const { program, account, paths, password } = await prepare(dataDir, options);
    const launch = (port: number) =>
      ServerProcess.start(
        program,
        serverArguments(paths.cluster, { ...SETTINGS, ...options.settings, port: String(port) }),
        account,
        paths.cluster,
        options.onLog ?? ignore,
      );
    const { server, port } = await startOnFreePort(launch);
    const kept = new KeptServer(server, options, async () => {
      await retirePostmaster(paths.cluster, options.onLog ?? ignore);
      return launch(port);
    });
    return {
      url: `postgres://${ROLE}:${password}@${HOST}:${port}/${DATABASE}`,
      stop: () => kept.stop().finally(release),
    };
  } catch (error) {
    release();
    throw error;
  }
}

async function prepare(dataDir: string, { onLog = ignore }: EmbeddedPostgresOptions) {
  const paths = clusterPaths(dataDir);
  const binaries = locateBinaries();
  const account = chooseAccount({ ...paths, program: binaries.postgres });
  await retirePostmaster(paths.cluster, onLog);
  const password = await ensureCluster(paths, binaries, account);
  return { program: binaries.postgres, account, paths, password };
}

async function startOnFreePort(
  launch: (port: number) => Promise<ServerProcess>,
): Promise<{ server: ServerProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      return { server: await launch(port), port };
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
