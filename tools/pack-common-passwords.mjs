/**
 * Makes the built-in list of common passwords anew from the list that comes with @zxcvbn-ts/language-common (MIT):
 * `node tools/pack-common-passwords.mjs`, after an update of that package. Needs a build.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packHashes } from '../dist/apps/auth/src/core/crypto/password-blocklist/pack-hashes.js';
import { root } from './build-stamp.mjs';

const target = join(root, 'apps/auth/src/core/crypto/password-blocklist/common-passwords.bin');
const { dictionary } = createRequire(import.meta.url)('@zxcvbn-ts/language-common');
const folder = mkdtempSync(join(tmpdir(), 'passwords-'));
try {
  const list = join(folder, 'passwords.txt');
  writeFileSync(list, dictionary['passwords-common'].join('\n'));
  console.log(`${await packHashes(list, target, { from: 'plain' })} hashes in ${target}`);
} finally {
  rmSync(folder, { recursive: true });
}
