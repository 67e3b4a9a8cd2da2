/** Builds what the tests run, then runs them all (`npm test`; arguments go to Jest). */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

mkdirSync(join(root, 'reports'), { recursive: true });
run('tools/build.mjs', '--if-needed');
run('node_modules/jest/bin/jest.js', '--json', '--outputFile=reports/jest.json', ...process.argv.slice(2));
