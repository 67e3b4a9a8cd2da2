/**
 * Builds what the panel needs at run time into dist/panel: AdminJS' server part in one small file, its browser
 * bundles, and our own components. Nothing is bundled, and AdminJS' user interface is not even loaded, when the
 * service starts (docs/adr/0002-panel-without-orm-adapter.md).
 */
import { build } from 'esbuild';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'dist/panel');
const adminjs = dirname(createRequire(import.meta.url).resolve('adminjs'));
const designSystem = dirname(
  dirname(createRequire(join(adminjs, 'index.js')).resolve('@adminjs/design-system')),
);

/** Browser globals that AdminJS' own bundles define. */
const globals = {
  react: 'React',
  adminjs: 'AdminJS',
  '@adminjs/design-system': 'AdminJSDesignSystem',
};

/** The server part uses two names of the design system; the rest of it is user interface. */
const designSystemOnServer = `
  export { combineStyles } from ${JSON.stringify(join(designSystem, 'build/utils/combine-styles.js'))};
  export { DEFAULT_DRAWER_WIDTH } from ${JSON.stringify(join(designSystem, 'build/constants.js'))};`;

/** The parts of AdminJS that the panel calls. */
const serverPart = `
  export { default as AdminJS } from './lib/adminjs.js';
  export { BaseProperty, BaseRecord, BaseResource } from './lib/backend/adapters/index.js';
  export { default as AdminError } from './lib/backend/utils/errors/app-error.js';
  export { default as ForbiddenError } from './lib/backend/utils/errors/forbidden-error.js';
  export { default as ValidationError } from './lib/backend/utils/errors/validation-error.js';
  export { default as ApiController } from './lib/backend/controllers/api-controller.js';
  export { default as AppController } from './lib/backend/controllers/app-controller.js';
  export { flat } from './lib/utils/flat/index.js';`;

/** Gives modules another content. */
function replaceModules(name, filter, contents) {
  return {
    name,
    setup(builder) {
      builder.onResolve({ filter }, ({ path }) => ({ path, namespace: name }));
      builder.onLoad({ filter: /.*/, namespace: name }, ({ path }) => ({
        contents: contents(path),
        resolveDir: designSystem,
        loader: 'js',
      }));
    },
  };
}

async function buildServerPart() {
  await build({
    stdin: { contents: serverPart, resolveDir: adminjs },
    outfile: join(target, 'server/adminjs.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    legalComments: 'eof',
    define: { 'import.meta.url': 'adminjsUrl' },
    banner: { js: `const adminjsUrl = require('node:url').pathToFileURL(__filename).href;` },
    plugins: [
      replaceModules('design-system', /^@adminjs\/design-system$/, () => designSystemOnServer),
      // Bundling at start, the paths of AdminJS' own assets: the panel has neither.
      replaceModules(
        'bundler',
        /\/bundler\/(components\.bundler|generate-user-component-entry)\.js$/,
        () => 'export default {};',
      ),
      replaceModules('router', /\/router\.js$/, () => 'export const Router = { assets: [], routes: [] };'),
    ],
  });
  // Where AdminJS looks for its version.
  const { name, version, license } = JSON.parse(await readFile(join(adminjs, 'package.json'), 'utf8'));
  await writeFile(join(target, 'package.json'), JSON.stringify({ name, version, license }));
}

async function buildComponents() {
  await build({
    entryPoints: [join(root, 'apps/auth/src/admin/components/index.jsx')],
    outfile: join(target, 'assets/components.bundle.js'),
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2020',
    jsx: 'transform',
    plugins: [
      replaceModules(
        'globals',
        /^(react|adminjs|@adminjs\/design-system)$/,
        (path) => `module.exports = window.${globals[path]};`,
      ),
    ],
  });
}

async function copyBrowserBundles() {
  const scripts = join(adminjs, 'lib/frontend/assets/scripts');
  const copies = {
    'global.bundle.js': join(scripts, 'global-bundle.production.js'),
    'app.bundle.js': join(scripts, 'app-bundle.production.js'),
    'design-system.bundle.js': join(designSystem, 'bundle.production.js'),
  };
  for (const [name, source] of Object.entries(copies)) await cp(source, join(target, 'assets', name));
}

/** Compresses once what would otherwise be compressed for each browser. */
async function compressAssets() {
  const assets = join(target, 'assets');
  for (const name of await readdir(assets)) {
    await writeFile(
      join(assets, `${name}.gz`),
      await promisify(gzip)(await readFile(join(assets, name)), { level: 9 }),
    );
  }
}

await rm(target, { recursive: true, force: true });
await mkdir(join(target, 'assets'), { recursive: true });
await Promise.all([buildServerPart(), buildComponents(), copyBrowserBundles()]);
await compressAssets();
