/** Starting and ending the measured processes, on a core of their own where there are two. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const cores = availableParallelism();
const TICKS_A_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** A command line on the server's core or on all; said each time, since a child inherits the load's core. */
const on = (where, args) =>
  pinned
    ? ['taskset', '-c', where === 'server' ? '0' : `0-${cores - 1}`, process.execPath, ...args]
    : [process.execPath, ...args];

/** Whether server and load run on separate cores. */
export const pinned = cores >= 2 && spawnSync('taskset', ['--version']).status === 0;

/** Moves this process, which makes the load, off the server's core. */
export function pinLoad() {
  if (pinned) execFileSync('taskset', ['--all-tasks', '-pc', '1', String(process.pid)], { stdio: 'ignore' });
}

/** Moves a running PostgreSQL to the load's core, so that the server has its own for itself. */
export function pinDatabase(cluster) {
  if (!pinned) return;
  const [postmaster] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', postmaster], { encoding: 'utf8' });
  for (const pid of [postmaster, ...children.trim().split(/\s+/)])
    spawnSync('taskset', ['-pc', '1', pid], { stdio: 'ignore' });
}

/** Starts a script, on the server's core or on all. */
export function launch(args, env = {}, where = 'server') {
  const [program, ...rest] = on(where, args);
  const child = spawn(program, rest, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return {
    pid: child.pid,
    exited: () => child.exitCode !== null,
    residentMegabytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    /** What it has computed so far, whoever else did beside it. */
    cpuSeconds: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Runs a script to its end, on the server's core or on all, and gives what it printed. */
export function output(args, where) {
  const [program, ...rest] = on(where, args);
  return execFileSync(program, rest, { encoding: 'utf8' }).trim();
}

/** Waits until an address answers 200, and gives the seconds it took. */
export async function untilReady(url, process, since = performance.now()) {
  for (;;) {
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return (performance.now() - since) / 1000;
    if (process.exited()) throw new Error('the process ended before it was ready');
    await sleep(10);
  }
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
