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
const entries = ['index', 'passport/index', 'testing/index', 'catalogue/cli', 'visibility/cli'];

const filesOf = (folder, ending) =>
  readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(ending));

function compile() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', guard], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout);
}

/** Types refer to the rules by their name; in the package they are files beside them. */
function writeTypes(folder) {
  const rules = join(folder, 'authorization');
  const copy = (from, to) => {
    for (const name of filesOf(from, '.d.ts')) {
      const target = join(to, name);
      mkdirSync(dirname(target), { recursive: true });
      const path = relative(dirname(target), join(rules, 'index.js'));
      const specifier = path.startsWith('.') ? path : `./${path}`;
      writeFileSync(
        target,
        readFileSync(join(from, name), 'utf8').replaceAll(`'${RULES}'`, `'${specifier}'`),
      );
    }
  };
  copy(compiled, folder);
  copy(join(root, 'libs/authorization/dist'), rules);
}

async function bundle(folder, external) {
  await build({
    entryPoints: entries.map((entry) => join(compiled, `${entry}.js`)),
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

const peers = ['@nestjs/*', 'passport', 'reflect-metadata', 'rxjs'];
const [esm, cjs] = ['esm', 'cjs'].map((name) => join(guard, 'dist', name));
rmSync(join(guard, 'dist'), { recursive: true, force: true });
compile();
await bundle(esm, [...peers, 'jose']);
await bundle(cjs, peers);
await toCommonJs(cjs);
for (const folder of [esm, cjs]) writeTypes(folder);
rmSync(compiled, { recursive: true });
