import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.js';

/** Part of the socket's name, no more. */
const PORT = 5432;

/** Bytes that every system lets the path of a socket have (macOS the fewest: 104 with the final zero). */
const LONGEST_PATH = 103;

/** The folder of the Unix socket that the server listens on. */
export interface SocketFolder {
  /** For the server's `unix_socket_directories` and `port`. */
  readonly settings: Readonly<Record<string, string>>;
  /** The parameters of a connection's address. */
  readonly parameters: string;
  /** Takes away what a server that was killed left behind. Not while one runs. */
  readonly clear: () => void;
  /** Gives the folder up. */
  readonly remove: () => void;
}

/**
 * Chooses the folder: the cluster itself, which nobody but its account may enter. Where that path is too long for a
 * socket, a folder of that account among the temporary ones.
 */
export function socketFolder(cluster: string, account: Account): SocketFolder {
  if (Buffer.byteLength(socketIn(cluster)) <= LONGEST_PATH) return describe(cluster, () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'auth-service-'));
  account.own(folder);
  return describe(folder, () => rmSync(folder, { recursive: true, force: true }));
}

const socketIn = (folder: string): string => join(folder, `.s.PGSQL.${PORT}`);

function describe(folder: string, remove: () => void): SocketFolder {
  return {
    settings: { unix_socket_directories: `"${folder.replaceAll('"', '""')}"`, port: String(PORT) },
    parameters: `host=${encodeURIComponent(folder)}&port=${PORT}`,
    // PostgreSQL believes the lock of a dead server when another process has its number.
    clear: () => rmSync(`${socketIn(folder)}.lock`, { force: true }),
    remove,
  };
}
