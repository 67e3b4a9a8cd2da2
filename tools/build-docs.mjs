/**
 * Builds what the documents' pages need at run time into dist/docs: Swagger UI, Redoc, and the Markdown of docs/ as a
 * site. Does nothing when nothing has changed since the last build.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'dist/docs');
const stamp = join(target, 'sources.sha256');
const pages = join(root, 'apps/auth/src/docs/pages');
const packages = ['redoc', 'swagger-ui-dist', 'vitepress'];

const { resolve } = createRequire(import.meta.url);
const packageDirectory = (name) => dirname(resolve(`${name}/package.json`));

async function* filesIn(directory) {
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) yield join(entry.parentPath, entry.name);
  }
}

/** One digest over all that goes into the build. */
async function digestOfSources() {
  const files = [
    fileURLToPath(import.meta.url),
    ...packages.map((name) => join(packageDirectory(name), 'package.json')),
  ];
  for (const directory of [pages, join(root, 'docs')]) {
    for await (const file of filesIn(directory))
      if (!/[\\/]\.vitepress[\\/](cache|dist)[\\/]/.test(file)) files.push(file);
  }
  const digest = createHash('sha256');
  for (const file of files.sort()) digest.update(`${relative(root, file)}\0`).update(await readFile(file));
  return digest.digest('hex');
}

async function buildSwagger() {
  const source = packageDirectory('swagger-ui-dist');
  for (const name of ['swagger-ui.css', 'swagger-ui-bundle.js'])
    await cp(join(source, name), join(target, 'swagger', name));
}

/** Redoc's footer asks a server outside for its logo, which the pages' policy forbids: it gets an empty picture. */
async function buildRedoc() {
  const name = 'redoc.standalone.js';
  const bundle = await readFile(join(packageDirectory('redoc'), 'bundles', name), 'utf8');
  const logo = 'https://cdn.redoc.ly/redoc/logo-mini.svg';
  if (!bundle.includes(logo)) throw new Error(`${name} has no logo any more: take this replacement away`);
  await writeFile(
    join(target, 'redoc', name),
    bundle.replaceAll(logo, 'data:image/gif;base64,R0lGODlhAQABAAAAACw='),
  );
}

/** VitePress talks a lot; what it says is worth reading only when it fails. */
async function buildSite() {
  const cli = join(packageDirectory('vitepress'), 'bin/vitepress.js');
  await promisify(execFile)(process.execPath, [cli, 'build', 'docs'], {
    cwd: root,
    maxBuffer: 16 * 1024 * 1024,
  });
}

/** Compresses once what would otherwise be sent as it is to each browser. */
async function compressAssets() {
  for await (const file of filesIn(target)) {
    if (!/\.(js|css|html)$/.test(file)) continue;
    await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }));
  }
}

const digest = await digestOfSources();
if ((await readFile(stamp, 'utf8').catch(() => '')) !== digest) {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await cp(pages, target, { recursive: true });
  await Promise.all([buildSwagger(), buildRedoc(), buildSite()]);
  await compressAssets();
  await writeFile(stamp, digest);
}
