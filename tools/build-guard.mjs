/**
 * Builds libs/guard into dist/esm and dist/cjs: one file for each entry and shared chunks, `@auth-service/authorization`
 * inside. The CommonJS build carries jose too, which is published as ES modules alone and which Jest could not load.
 */
import { build, transform } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './build-stamp.mjs';

const guard = join(root, 'libs/guard');
const compiled = join(guard, 'dist/compiled');
const RULES = '@auth-service/authorization';
const RULES_FOLDER = 'authorization/';
const imported = ['index', 'passport/index', 'testing/index'];
const commands = ['catalogue/cli', 'visibility/cli'];

const filesOf = (folder, ending) =>
  readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(ending));

function compile() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', guard], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
}

/**
 * The types of what can be imported, and of what they name; nothing else of ours is anybody's business. They refer to the
 * rules by their name: in the package those are files beside them.
 */
function writeTypes(folder) {
  const written = new Set();
  const write = (name) => {
    if (written.has(name)) return;
    written.add(name);
    const rules = `'${pathTo(`${RULES_FOLDER}index.js`, name)}'`;
    const text = readFileSync(compiledTypes(name), 'utf8').replaceAll(`'${RULES}'`, rules);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    for (const [, path] of text.matchAll(/['"](\.[^'"]+)\.js['"]/g))
      write(`${join(dirname(name), path)}.d.ts`);
  };
  for (const entry of imported) write(`${entry}.d.ts`);
}

const compiledTypes = (name) =>
  name.startsWith(RULES_FOLDER)
    ? join(root, 'libs/authorization/dist', name.slice(RULES_FOLDER.length))
    : join(compiled, name);

/** How a file names another one. */
function pathTo(file, from) {
  const path = relative(dirname(from), file);
  return path.startsWith('.') ? path : `./${path}`;
}

async function bundle(folder, external) {
  await build({
    entryPoints: [...imported, ...commands].map((entry) => join(compiled, `${entry}.js`)),
    outbase: compiled,
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external,
    logLevel: 'warning',
    // Nest shows the classes' names.
    keepNames: true,
  });
}

/** esbuild splits ES modules alone, so each file of such a build becomes a file of CommonJS. */
async function toCommonJs(folder) {
  for (const name of filesOf(folder, '.js')) {
    const file = join(folder, name);
    const { code } = await transform(readFileSync(file, 'utf8'), {
      format: 'cjs',
      platform: 'node',
      target: 'node20',
    });
    writeFileSync(file, code);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
}

const peers = ['@nestjs/*'];
const [esm, cjs] = ['esm', 'cjs'].map((name) => join(guard, 'dist', name));
rmSync(join(guard, 'dist'), { recursive: true, force: true });
compile();
await bundle(esm, [...peers, 'jose']);
await bundle(cjs, peers);
await toCommonJs(cjs);
for (const folder of [esm, cjs]) writeTypes(folder);
rmSync(compiled, { recursive: true });
