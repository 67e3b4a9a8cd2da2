/** Writes files that are made from the code, formatted as the rest. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes what has changed. With `--check` on the command line it writes nothing and fails when a file is not current.
 *
 * @param files - texts by their paths from the root
 */
export async function updateGenerated(files) {
  const check = process.argv.includes('--check');
  const stale = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    const wanted = await format(text, { ...(await resolveConfig(path)), filepath: path });
    if ((await readFile(path, 'utf8').catch(() => '')) === wanted) continue;
    stale.push(name);
    if (!check) await writeFile(path, wanted);
  }
  if (!check || stale.length === 0) return;
  console.error(`Not current: ${stale.join(', ')}. Run \`npm run docs:generate\`.`);
  process.exitCode = 1;
}
