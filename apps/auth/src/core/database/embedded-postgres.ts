import { mkdirSync, realpathSync } from 'node:fs';
import { chooseAccount } from './embedded/account.js';
import { locateBinaries } from './embedded/binaries.js';
import { clusterPaths, DATABASE, ensureCluster, ROLE } from './embedded/cluster.js';
import { claimDataDir } from './embedded/data-dir-owner.js';
import { KeptServer } from './embedded/kept-server.js';
import { retirePostmaster } from './embedded/postmaster-file.js';
import { ServerProcess } from './embedded/server-process.js';
import { socketFolder } from './embedded/socket-folder.js';

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

const ignore = (): void => undefined;

const SETTINGS = {
  listen_addresses: '',
  // One server without replicas: less to write per commit.
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  // The statements are short; compiling them costs more than it gains.
  jit: 'off',
  log_line_prefix: '',
};

/**
 * Starts a PostgreSQL server of our own, from the binaries that npm installed. It listens on no port, only on a Unix
 * socket. It lives no longer than this process, even if that is killed; when it ends by itself, it is started again in
 * the same place.
 *
 * @throws DataDirInUse when another live process uses the folder; EmbeddedPostgresError when the server cannot run
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  const release = claimDataDir(dataDir);
  let removeSocket = ignore;
  const giveBack = (): void => {
    removeSocket();
    release();
  };
  try {
    const { program, account, paths, password } = await prepare(dataDir, options);
    const socket = socketFolder(paths.cluster, account);
    removeSocket = socket.remove;
    const args = serverArguments(paths.cluster, { ...SETTINGS, ...socket.settings, ...options.settings });
    const launch = async (): Promise<ServerProcess> => {
      await retirePostmaster(paths.cluster, options.onLog ?? ignore);
      socket.clear();
      return ServerProcess.start(program, args, account, paths.cluster, options.onLog ?? ignore);
    };
    const kept = new KeptServer(await launch(), options, launch);
    return {
      url: `postgres://${ROLE}:${password}@localhost/${DATABASE}?${socket.parameters}`,
      stop: () => kept.stop().finally(giveBack),
    };
  } catch (error) {
    giveBack();
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

function serverArguments(cluster: string, settings: Readonly<Record<string, string>>): string[] {
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
