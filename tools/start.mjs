/** Builds the service when its sources have changed, then runs it in this very process (`npm start`). */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { digestOfSources, readStamp, root } from './build-stamp.mjs';

/** @returns the exit code; a signal that comes meanwhile ends the build */
function build() {
  const child = spawn(process.execPath, [join(root, 'tools/build.mjs')], { cwd: root, stdio: 'inherit' });
  const forward = (signal) => child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(code ?? 1);
    });
  });
}

if (readStamp() !== digestOfSources()) {
  const code = await build();
  if (code !== 0) process.exit(code);
}
process.setSourceMapsEnabled(true);
await import('../dist/service/main.js');
