/** Tells whether dist/ was built from the sources as they are, by their content: times of files mean nothing after a checkout. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const stampFile = join(root, 'dist/build.sha256');
const folders = ['apps', 'libs', 'migrations', 'docs', 'tools'];
const files = ['package.json', 'package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];
const ignored = new Set(['node_modules', 'dist', 'cache']);

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && !ignored.has(entry.name)) yield* filesBelow(path);
  }
}

/** A digest over everything that the build reads. */
export function digestOfSources() {
  const digest = createHash('sha256');
  const sources = [
    ...files.map((name) => join(root, name)),
    ...folders.flatMap((name) => [...filesBelow(join(root, name))]),
  ];
  for (const path of sources.sort())
    digest
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return digest.digest('hex');
}

/** @returns the digest that the finished build in dist/ was made from; null when there is none */
export function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

export const writeStamp = (digest) => writeFileSync(stampFile, digest);
export const removeStamp = () => rmSync(stampFile, { force: true });
