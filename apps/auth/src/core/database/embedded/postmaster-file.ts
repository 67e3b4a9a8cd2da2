import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { commandLine, endsWithin, processBirth } from './processes.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

const FAST_SHUTDOWN_MS = 15_000;
const IMMEDIATE_SHUTDOWN_MS = 10_000;
const PID_LINE = 0;
const STATUS_LINE = 7;

/** What `postmaster.pid` says of the server process. */
export interface Postmaster {
  readonly pid: number;
  /** Whether it accepts connections. */
  readonly isReady: boolean;
}

/** @returns null when no server process has written the file */
export function readPostmaster(cluster: string): Postmaster | null {
  const lines = read(pidFile(cluster)).split('\n');
  const pid = Number(lines[PID_LINE]);
  return pid > 0 ? { pid, isReady: lines[STATUS_LINE]?.trim() === 'ready' } : null;
}

/**
 * Sees to it that no server of a dead owner works on the cluster. Usually its watchdog is just stopping it. A process
 * that merely got the same id stays untouched.
 *
 * @throws when the old server does not end
 */
export async function retirePostmaster(cluster: string, onLog: (line: string) => void): Promise<void> {
  const old = readPostmaster(cluster);
  if (old === null || processBirth(old.pid) === null) return;
  const command = commandLine(old.pid);
  if (!isPostgres(command)) {
    rmSync(pidFile(cluster), { force: true });
    return;
  }
  if (!command.includes(` -D ${cluster} `)) return;
  onLog(`Waiting for the last PostgreSQL of this folder (process ${old.pid}) to end`);
  if (await ends(old.pid, 'SIGINT', FAST_SHUTDOWN_MS)) return;
  if (await ends(old.pid, 'SIGQUIT', IMMEDIATE_SHUTDOWN_MS)) return;
  throw new EmbeddedPostgresError(
    `PostgreSQL (process ${old.pid}) still works on ${cluster} and does not stop`,
  );
}

async function ends(pid: number, signal: NodeJS.Signals, ms: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  return endsWithin(ms, pid);
}

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');
const isPostgres = (command: string): boolean => basename(command.split(' ')[0] ?? '') === 'postgres';

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
