import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { randomSecret } from '../../crypto/random.js';
import type { Account } from './account.js';
import type { PostgresBinaries } from './binaries.js';
import { POSTGRES_ENVIRONMENT } from './environment.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The role the service logs in with, and its database. */
export const ROLE = 'auth';
export const DATABASE = 'auth';

const STAGING = 'postgres.new-';
const run = promisify(execFile);

/** The service's own role with a password; nobody else, the superuser included. */
const HOST_BASED_AUTHENTICATION = `local all ${ROLE} scram-sha-256\n`;

/** Text is compared by code point, alike on every machine; letters outside of ASCII have a lower case all the same. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Where the parts of an embedded database lie. */
export interface ClusterPaths {
  readonly dataDir: string;
  /** PostgreSQL's own data folder. */
  readonly cluster: string;
  readonly passwordFile: string;
}

export function clusterPaths(dataDir: string): ClusterPaths {
  return { dataDir, cluster: join(dataDir, 'postgres'), passwordFile: join(dataDir, 'postgres.password') };
}

/**
 * Makes the cluster when there is none. It is made aside and moved into place when it is complete, so that an
 * interrupted first start leaves nothing half done.
 *
 * @returns the password of {@link ROLE}
 */
export async function ensureCluster(
  paths: ClusterPaths,
  binaries: PostgresBinaries,
  account: Account,
): Promise<string> {
  removeUnfinished(paths.dataDir);
  const password = keptPassword(paths);
  if (existsSync(paths.cluster)) return password;
  const staging = mkdtempSync(join(paths.dataDir, STAGING));
  const cluster = join(staging, 'data');
  mkdirSync(cluster, { mode: 0o700 });
  account.own(staging);
  try {
    await initialise(cluster, password, binaries, account);
  } catch (cause) {
    throw new EmbeddedPostgresError(`The database in ${paths.dataDir} cannot be made: ${String(cause)}`, {
      cause,
    });
  }
  renameSync(cluster, paths.cluster);
  rmSync(staging, { recursive: true });
  return password;
}

async function initialise(
  cluster: string,
  password: string,
  binaries: PostgresBinaries,
  account: Account,
): Promise<void> {
  const options = { ...account.spawnOptions, cwd: cluster, env: POSTGRES_ENVIRONMENT };
  const initdb = ['-D', cluster, '--username=postgres', '--auth=reject', ...LOCALE];
  await run(...account.command(binaries.initdb, initdb), options);
  const singleUser = ['--single', '-D', cluster, '-c', 'exit_on_error=on', 'postgres'];
  const done = run(...account.command(binaries.postgres, singleUser), options);
  // A server that fails says why by its exit.
  done.child.stdin?.on('error', () => undefined);
  done.child.stdin?.end(
    `CREATE ROLE ${ROLE} LOGIN CREATEDB PASSWORD '${password}'\nCREATE DATABASE ${DATABASE} OWNER ${ROLE}\n`,
  );
  await done;
  writeFileSync(join(cluster, 'pg_hba.conf'), HOST_BASED_AUTHENTICATION);
}

function keptPassword({ cluster, passwordFile }: ClusterPaths): string {
  if (!existsSync(cluster)) {
    writeFileSync(passwordFile, `${randomSecret()}\n`, { mode: 0o600 });
  } else if (!existsSync(passwordFile)) {
    throw new EmbeddedPostgresError(
      `${passwordFile} is gone, but the database in ${cluster} wants its password. Restore the file.`,
    );
  }
  return readFileSync(passwordFile, 'utf8').trim();
}

function removeUnfinished(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    // Retries, since a killed start may leave an initdb that still writes for a moment.
    if (name.startsWith(STAGING))
      rmSync(join(dataDir, name), { recursive: true, maxRetries: 10, retryDelay: 100 });
  }
}
