import { existsSync, readdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { processBirth } from './processes.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

const PREFIX = 'postgres.owner.';
const NOBODY = 'nobody';

/** Another process that lives already uses the data folder. */
export class DataDirInUse extends EmbeddedPostgresError {
  constructor(dataDir: string, pid: string) {
    super(
      `${dataDir} is in use by another running service (process ${pid}). Stop it, give this one its own DATA_DIR, ` +
        'or let both share a database server by DATABASE_URL.',
    );
  }
}

/**
 * Makes this process the owner of a data folder.
 *
 * The owner is the target of a numbered symbolic link, which the system creates together with its content. The next
 * owner makes the link with the next number before it removes the last one, so of several processes that find the
 * same dead owner only one gets the folder.
 *
 * @returns gives the folder back
 * @throws DataDirInUse
 */
export function claimDataDir(dataDir: string): () => void {
  const self = `${process.pid}@${processBirth(process.pid)}`;
  for (;;) {
    const last = latest(dataDir);
    const owner = ownerAt(dataDir, last);
    if (isAlive(owner)) throw new DataDirInUse(dataDir, pidOf(owner));
    const mine = last + 1;
    if (!take(dataDir, mine, self)) continue;
    return () => {
      if (existsSync(dataDir)) take(dataDir, mine + 1, NOBODY);
    };
  }
}

/** @returns false when another process was faster */
function take(dataDir: string, number: number, owner: string): boolean {
  const link = linkOf(dataDir, number);
  try {
    symlinkSync(owner, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  const outdated = latest(dataDir) !== number;
  const remove = outdated ? [number] : numbers(dataDir).filter((older) => older < number);
  for (const one of remove) rmSync(linkOf(dataDir, one), { force: true });
  return !outdated;
}

function ownerAt(dataDir: string, number: number): string {
  try {
    return readlinkSync(linkOf(dataDir, number));
  } catch {
    return NOBODY;
  }
}

function isAlive(owner: string): boolean {
  const [pid, birth] = owner.split('@');
  return birth !== undefined && processBirth(Number(pid)) === birth;
}

const pidOf = (owner: string): string => owner.split('@')[0] ?? '';
const linkOf = (dataDir: string, number: number): string => join(dataDir, `${PREFIX}${number}`);
const latest = (dataDir: string): number => Math.max(0, ...numbers(dataDir));

function numbers(dataDir: string): number[] {
  const names = readdirSync(dataDir).filter((name) => name.startsWith(PREFIX));
  return names.map((name) => Number(name.slice(PREFIX.length)));
}
