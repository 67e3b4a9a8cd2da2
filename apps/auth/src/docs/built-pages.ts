import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `dist/` of a build, the repository when the TypeScript itself is run. */
const base = new URL('../../../../', import.meta.url);

/**
 * Where `tools/build-docs.mjs` put a page and its files.
 *
 * @throws Error when it did not run
 */
export function builtPage(name: 'swagger' | 'redoc' | 'site'): string {
  const directory = ['docs/', 'dist/docs/']
    .map((path) => join(fileURLToPath(new URL(path, base)), name))
    .find((path) => existsSync(join(path, 'index.html')));
  if (directory === undefined) throw new Error('The documents are not built: run `npm run build`.');
  return directory;
}
