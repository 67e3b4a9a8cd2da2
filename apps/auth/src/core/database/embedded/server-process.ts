import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.js';
import { POSTGRES_ENVIRONMENT } from './environment.js';
import { readPostmaster } from './postmaster-file.js';
import { processBirth } from './processes.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

const POLL_MS = 10;
const READY_MS = 120_000;
const FAST_SHUTDOWN_MS = 10_000;
const IMMEDIATE_SHUTDOWN_MS = 5000;
const LAST_LINES = 15;

/**
 * Runs PostgreSQL and stops it as soon as standard input ends, which it does when its owner closes it or dies in
 * whatever way. Asks again and again, because a server that has only just begun does not hear it.
 */
const WATCHDOG = `
exec 3<&0 </dev/null
"$@" 3<&- &
postgres=$!
{ read -r _ <&3; while kill -INT $postgres; do sleep 0.2; done; } 2>/dev/null &
watcher=$!
exec 3<&-
wait $postgres
status=$?
kill $watcher
exit $status`;

/** A running PostgreSQL server. */
export class ServerProcess {
  private readonly lastLines: string[] = [];
  private readonly ended: Promise<void>;
  private hasEnded = false;
  private stopping = false;

  private constructor(
    private readonly child: ChildProcess,
    private readonly cluster: string,
    onLog: (line: string) => void,
  ) {
    this.ended = new Promise((resolve) => {
      const end = (error?: unknown) => {
        if (error instanceof Error) this.lastLines.push(error.message);
        this.hasEnded = true;
        resolve();
      };
      child.once('error', end).once('exit', () => end());
    });
    // Once the watchdog is gone, there is nobody left to write to.
    child.stdin?.on('error', () => undefined);
    if (child.stderr === null) return;
    createInterface(child.stderr).on('line', (line) => {
      this.lastLines.push(line);
      if (this.lastLines.length > LAST_LINES) this.lastLines.shift();
      onLog(line);
    });
  }

  /**
   * Starts the server in a session of its own, so that a Ctrl-C or a signal to our process group does not end it
   * before its owner has finished with it.
   *
   * @throws with the server's last words when it does not become ready
   */
  static async start(
    program: string,
    args: readonly string[],
    account: Account,
    cluster: string,
    onLog: (line: string) => void,
  ): Promise<ServerProcess> {
    const [command, commandArgs] = account.command('/bin/sh', [
      '-c',
      WATCHDOG,
      'postgres-watchdog',
      program,
      ...args,
    ]);
    const child = spawn(command, commandArgs, {
      ...account.spawnOptions,
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: POSTGRES_ENVIRONMENT,
      cwd: cluster,
    });
    const server = new ServerProcess(child, cluster, onLog);
    await server.becomesReady();
    return server;
  }

  /** Calls back when the server ends although nobody stopped it. */
  onFailure(callback: (lastWords: string) => void): void {
    void this.ended.then(() => {
      if (!this.stopping) callback(this.lastLines.join('\n'));
    });
  }

  /** Stops the server in a bounded time: by a fast shutdown, else an immediate one, else by force. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.child.stdin?.end();
    if (await this.endsWithin(FAST_SHUTDOWN_MS)) return;
    this.signal('SIGQUIT');
    if (await this.endsWithin(IMMEDIATE_SHUTDOWN_MS)) return;
    this.signal('SIGKILL');
    await this.ended;
  }

  private async becomesReady(): Promise<void> {
    const deadline = Date.now() + READY_MS;
    while (!this.isReady()) {
      if (this.hasEnded)
        throw new EmbeddedPostgresError(`PostgreSQL did not start:\n${this.lastLines.join('\n')}`);
      if (Date.now() > deadline) {
        await this.stop();
        throw new EmbeddedPostgresError(`PostgreSQL did not become ready:\n${this.lastLines.join('\n')}`);
      }
      await sleep(POLL_MS);
    }
  }

  /** The file of a server that was killed may say ready too. */
  private isReady(): boolean {
    const postmaster = readPostmaster(this.cluster);
    return postmaster !== null && postmaster.isReady && processBirth(postmaster.pid) !== null;
  }

  private signal(signal: NodeJS.Signals): void {
    const postmaster = readPostmaster(this.cluster);
    if (postmaster !== null && !this.hasEnded) process.kill(postmaster.pid, signal);
  }

  private async endsWithin(ms: number): Promise<boolean> {
    const timer = new AbortController();
    await Promise.race([this.ended, sleep(ms, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
    return this.hasEnded;
  }
}
