/**
 * Builds everything that runs into dist/ (`npm run build`): the libraries and the service one after the other, and
 * beside them the panel's assets and the documentation site. A step's output is shown when it fails. With `--if-needed`
 * it does nothing when the sources have not changed since the last build.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfSources, readStamp, removeStamp, root, writeStamp } from './build-stamp.mjs';

const tsc = 'node_modules/typescript/bin/tsc';
const nest = 'node_modules/@nestjs/cli/bin/nest.js';

/** Each list's steps depend on those before; the lists on nothing of each other. */
const lanes = [
  [
    { name: 'libraries', script: [tsc, '-p', 'libs/authorization'], replaces: ['libs/authorization/dist'] },
    { name: 'guard', script: ['tools/build-guard.mjs'], replaces: ['libs/guard/dist'] },
    {
      name: 'service',
      script: [nest, 'build'],
      replaces: ['dist/apps', 'dist/migrations', 'dist/tsconfig.build.tsbuildinfo'],
    },
    { name: 'bundle', script: ['tools/build-service.mjs'] },
  ],
  [{ name: 'client', script: [tsc, '-p', 'libs/client'], replaces: ['libs/client/dist'] }],
  [
    { name: 'panel', script: ['tools/build-panel.mjs'] },
    { name: 'documentation', script: ['tools/build-docs.mjs'] },
  ],
];

const running = new Set();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** In a process group of its own, so that it ends together with the processes it started. */
function run({ name, script, replaces = [] }) {
  for (const path of replaces) rmSync(join(root, path), { recursive: true, force: true });
  return new Promise((resolve, reject) => {
    const since = performance.now();
    const child = spawn(process.execPath, script, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject).once('close', (code) => {
      running.delete(child);
      if (code !== 0) return reject(new Error(`${output}\nBuilding the ${name} failed.`));
      console.log(`  ${name.padEnd(14)} ${seconds(since)}`);
      resolve();
    });
  });
}

function endRunning() {
  for (const { pid } of running) process.kill(-pid, 'SIGTERM');
}

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
]) {
  process.once(signal, () => {
    endRunning();
    process.exit(128 + number);
  });
}

const since = performance.now();
const digest = digestOfSources();
if (process.argv.includes('--if-needed') && readStamp() === digest) process.exit(0);
removeStamp();
console.log('Building');
try {
  await Promise.all(
    lanes.map(async (steps) => {
      for (const step of steps) await run(step);
    }),
  );
  writeStamp(digest);
  console.log(`Built in ${seconds(since)}`);
} catch (error) {
  endRunning();
  console.error(error.message);
  process.exitCode = 1;
}
