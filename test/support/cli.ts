import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '../../dist/service/cli');

/** A command of the command line, as it runs in a process of its own. */
export interface RunningCommand {
  readonly process: ChildProcess;
  /** All that it has written so far. */
  output(): string;
  /** Its exit code once it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Starts a built command, for example `import-users`. */
export function startCommand(
  name: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): RunningCommand {
  const child = spawn(process.execPath, [join(CLI, `${name}.js`), ...parameters], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, output: () => output, ended };
}

/** Runs a built command to its end. */
export async function runCommand(
  ...[name, parameters, environment]: Parameters<typeof startCommand>
): Promise<{ code: number | null; output: string }> {
  const command = startCommand(name, parameters, environment);
  return { code: await command.ended, output: command.output() };
}
