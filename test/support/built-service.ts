import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const MAIN = join(import.meta.dirname, '../../dist/service/main.js');
const READY_MS = 60_000;

/** The built service in a process of its own, as its users run it. */
export interface BuiltService {
  readonly process: ChildProcess;
  /** Where it listens, for example `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** All that it has written so far. */
  output(): string;
  /** Sends a signal and gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Tests share a few cores: what comes late there is no fault, and not answered as one. */
const PATIENCE = { DATABASE_TIMEOUT_MS: '10000' };

/** Starts the built service on a free port and waits until it is ready. */
export async function startBuiltService(
  environment: Readonly<Record<string, string>>,
): Promise<BuiltService> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...PATIENCE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const deadline = Date.now() + READY_MS;
  for (;;) {
    const origin = /listening on (http:\/\/[\w.:]+)/.exec(output)?.[1];
    if (origin !== undefined) {
      return {
        process: child,
        origin,
        output: () => output,
        stop: async (signal = 'SIGTERM') => {
          if (child.exitCode === null && child.signalCode === null) child.kill(signal);
          return (await ended)[0];
        },
      };
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`the service did not start (exit code ${child.exitCode}):\n${output}`);
    }
    await sleep(20);
  }
}
