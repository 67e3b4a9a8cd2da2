import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The account that PostgreSQL's programs run under. */
export interface Account {
  /** Options for `child_process.spawn`. */
  readonly spawnOptions: { readonly uid?: number; readonly gid?: number };
  /** Completes a command by what it needs in front. */
  command(program: string, args: readonly string[]): [string, string[]];
  /** Gives a folder and all in it to the account. */
  own(folder: string): void;
}

/** What the account has to reach. */
export interface Needs {
  readonly dataDir: string;
  /** The cluster's folder, which need not exist. */
  readonly cluster: string;
  readonly program: string;
}

const USER = 'postgres';
const ADVICE =
  'Run the service as an ordinary user, move DATA_DIR or the project to a folder that everybody may enter, ' +
  'or set DATABASE_URL to a PostgreSQL server.';

/**
 * Lets a process search and read what its user may not, and change nothing more (capabilities(7)). The bit makes
 * access(2), by which PostgreSQL looks for its own files, respect that.
 */
const READ_EVERYWHERE = [
  ...['--inh-caps', '+dac_read_search', '--ambient-caps', '+dac_read_search'],
  ...['--securebits', '+no_setuid_fixup'],
];

const ourselves: Account = {
  spawnOptions: {},
  command: (program, args) => [program, [...args]],
  own: () => undefined,
};

/**
 * Chooses the account. PostgreSQL refuses to run as root, so root steps down to the owner of the cluster or to the
 * system user `postgres`, which is made when it is missing. Where that user cannot enter a folder on the way, as in a
 * clone below root's private folder, it gets the capability to do so.
 *
 * @throws with advice when no account will do
 */
export function chooseAccount(needs: Needs): Account {
  if (process.getuid?.() !== 0) return ourselves;
  const identity = ownerOf(needs.cluster) ?? systemUser();
  const plain = stepDown(identity);
  if (reaches(plain, needs)) return plain;
  const capable = stepDownWithCapability(identity);
  if (reaches(capable, needs)) return capable;
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and user ${identity.uid} cannot reach ${needs.dataDir} and ${needs.program}. ${ADVICE}`,
  );
}

interface Identity {
  readonly uid: number;
  readonly gid: number;
}

function stepDown(identity: Identity): Account {
  return { spawnOptions: identity, command: (program, args) => [program, [...args]], own: giveTo(identity) };
}

function stepDownWithCapability(identity: Identity): Account {
  const { uid, gid } = identity;
  const prefix = ['--reuid', String(uid), '--regid', String(gid), '--clear-groups', ...READ_EVERYWHERE];
  return {
    spawnOptions: {},
    command: (program, args) => ['setpriv', [...prefix, program, ...args]],
    own: giveTo(identity),
  };
}

function giveTo({ uid, gid }: Identity): (folder: string) => void {
  return (folder) => {
    const { status, stderr } = run('chown', ['-R', `${uid}:${gid}`, folder]);
    if (status !== 0)
      throw new EmbeddedPostgresError(`Cannot give ${folder} to user ${uid}: ${stderr.trim()}. ${ADVICE}`);
  };
}

function reaches(account: Account, { dataDir, program }: Needs): boolean {
  const [command, args] = account.command('/bin/sh', ['-c', 'cd "$0" && test -x "$1"', dataDir, program]);
  return spawnSync(command, args, { ...account.spawnOptions, stdio: 'ignore' }).status === 0;
}

function ownerOf(folder: string): Identity | null {
  const stats = statSync(folder, { throwIfNoEntry: false });
  return stats === undefined || stats.uid === 0 ? null : stats;
}

function systemUser(): Identity {
  if (run('id', ['-u', USER]).status !== 0) {
    const { status, stderr } = run('useradd', [
      '--system',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      USER,
    ]);
    if (status !== 0) {
      throw new EmbeddedPostgresError(
        `PostgreSQL does not run as root, and user ${USER} cannot be made: ${stderr.trim()}. ${ADVICE}`,
      );
    }
  }
  return { uid: Number(run('id', ['-u', USER]).stdout), gid: Number(run('id', ['-g', USER]).stdout) };
}

/** What could not even be started has neither status nor output. */
function run(program: string, args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  return { status, stdout, stderr: error?.message ?? stderr };
}
