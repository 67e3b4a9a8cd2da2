/** Services as processes of their own, which end together. */
import { spawn } from 'node:child_process';

const READY_MS = 60_000;

export class Processes {
  #children = [];
  #isStopping = false;
  #onFailure;

  /** @param onFailure - called with a sentence when one of them ends by itself */
  constructor(onFailure) {
    this.#onFailure = onFailure;
  }

  /**
   * Starts one, and waits until it says where it listens.
   *
   * @returns the address
   */
  start(name, script, env) {
    const child = spawn(process.execPath, ['--enable-source-maps', script], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    this.#children.push({ child, ended });
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} does not get ready.`)), READY_MS);
      let output = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        if (!timer.hasRef()) return;
        output += text;
        const address = /listening on (http:\/\/[\w.:]+)/.exec(output)?.[1];
        if (address === undefined) return;
        clearTimeout(timer.unref());
        resolve(address);
      });
      child.once('error', reject).once('exit', () => {
        clearTimeout(timer);
        reject(new Error(`${name} ended at its start.`));
        if (!this.#isStopping) this.#onFailure(`${name} ended by itself.`);
      });
    });
  }

  /** Ends them, the last one first. */
  async stop() {
    this.#isStopping = true;
    for (const { child, ended } of this.#children.reverse()) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    }
  }
}
