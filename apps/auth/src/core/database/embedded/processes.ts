import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;
const hasProc = existsSync('/proc/self/stat');

/**
 * When a process began, which tells it from a later one with the same id.
 *
 * @returns null when it has ended; a zombie has ended too, though some containers never clear it away
 */
export function processBirth(pid: number): string | null {
  const [state, birth] = hasProc ? fromProc(pid) : fromPs(pid);
  return birth === undefined || state?.startsWith('Z') === true ? null : birth;
}

/** The program and the arguments a process was started with, joined by blanks; empty when it has ended. */
export function commandLine(pid: number): string {
  if (hasProc) return readProc(pid, 'cmdline').replaceAll('\0', ' ');
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

/**
 * Waits for a process to end.
 *
 * @returns false when it still runs after `ms` milliseconds
 */
export async function endsWithin(ms: number, pid: number): Promise<boolean> {
  const deadline = Date.now() + ms;
  while (processBirth(pid) !== null) {
    if (Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** State and start time from proc_pid_stat(5), fields 3 and 22; the name before them may contain anything. */
function fromProc(pid: number): [state?: string, birth?: string] {
  const stat = readProc(pid, 'stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [fields[0], fields[19]];
}

function fromPs(pid: number): [state?: string, birth?: string] {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' });
  const [state, ...birth] = stdout.trim().split(/\s+/);
  return birth.length === 0 ? [] : [state, birth.join(' ')];
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
