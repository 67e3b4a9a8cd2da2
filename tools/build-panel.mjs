/**
 * Builds what the panel needs at run time into dist/panel: AdminJS' server part in one small file, and one script and
 * one style sheet of its user interface and our own components. Nothing is bundled, and AdminJS' user interface is not even loaded, when the
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
const components = join(root, 'apps/auth/src/admin/components');
const adminjs = dirname(createRequire(import.meta.url).resolve('adminjs'));
const designSystem = dirname(
  dirname(createRequire(join(adminjs, 'index.js')).resolve('@adminjs/design-system')),
);

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
  export { initializeStore } from './lib/frontend/store/initialize-store.js';
  export { combineStyles } from '@adminjs/design-system';`;

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

/**
 * AdminJS brings a React of its own and hides its files. Whatever stands in the script has to share that React, and our
 * components share the packages that work with it.
 */
const sharedPackages = {
  name: 'shared-packages',
  setup(builder) {
    const fromAdminjs = ({ path, kind, pluginData }) =>
      pluginData === 'resolved'
        ? undefined
        : builder.resolve(path, { kind, resolveDir: adminjs, pluginData: 'resolved' });
    builder.onResolve({ filter: /^(react|react-dom|scheduler)(\/|$)/ }, fromAdminjs);
    builder.onResolve({ filter: /^(react-redux|react-router-dom|@adminjs\/design-system)(\/|$)/ }, (args) =>
      args.resolveDir.startsWith(components) ? fromAdminjs(args) : undefined,
    );
    builder.onResolve({ filter: /^adminjs(\/|$)/ }, ({ path }) => ({
      path: join(adminjs, path === 'adminjs' ? 'lib/frontend/index.js' : path.slice('adminjs/'.length)),
    }));
  },
};

/**
 * AdminJS computes shades from its theme's colours. Ours are variables, which only the browser knows, so it mixes them.
 */
const shades = `
  export { getValueAndUnit } from 'polished/dist/polished.esm.js';
  export const rgba = (color, alpha) => \`color-mix(in srgb, \${color} \${alpha * 100}%, transparent)\`;
  export const darken = (amount, color) => \`color-mix(in srgb, \${color}, currentcolor \${amount * 100}%)\`;
  export const parseToRgb = () => ({ red: 90, green: 120, blue: 200 });`;

/** Kinds of fields that the panel does not have, with the editors that they would bring along. */
const unusedFields = /^\.\/(array|currency|datetime|key-value|mixed|phone|richtext)\/index\.js$/;

/** Languages of AdminJS; ours are in `words/`. */
const otherWords = /(\/translation\.json|^i18next-(http-backend|browser-languagedetector))$/;

/** Editors and pictures of AdminJS that no page of ours has; they would be half of the script. */
const unusedParts =
  /^\.\/(rich-text-editor|tinymce-editor|date-picker|phone-input|currency-input|drop-zone)\/index\.js$/;
const withoutPictures = {
  name: 'without-pictures',
  setup(builder) {
    builder.onLoad({ filter: /\/(illustrations\/[\w-]+|utils\/rocket-svg)\.js$/ }, ({ path }) =>
      path.endsWith('index.js') ? undefined : { contents: 'export default () => null;' },
    );
  },
};

/** One script and one style sheet: AdminJS' user interface from its sources, and ours. */
async function buildBrowserPart() {
  await build({
    entryPoints: { panel: join(components, 'index.jsx'), fonts: join(components, 'look/fonts.css') },
    outdir: join(target, 'assets'),
    assetNames: 'fonts/[name]',
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    jsx: 'transform',
    legalComments: 'linked',
    loader: { '.woff2': 'file' },
    define: {
      'process.env.NODE_ENV': '"production"',
      global: 'window',
      regeneratorRuntime: 'undefined',
    },
    plugins: [
      sharedPackages,
      replaceModules('shades', /^polished$/, () => shades),
      replaceModules('unused-fields', unusedFields, () => 'export {};'),
      replaceModules('other-words', otherWords, () => 'export default {};'),
      replaceModules('unused-parts', unusedParts, () => 'export {};'),
      withoutPictures,
    ],
  });
  await cp(join(components, 'look/icon.svg'), join(target, 'assets/icon.svg'));
}

/** Compresses once what would otherwise be compressed for each browser; fonts are compressed as they are. */
async function compressAssets() {
  const assets = join(target, 'assets');
  for (const name of await readdir(assets)) {
    if (!/\.(js|css)$/.test(name)) continue;
    await writeFile(
      join(assets, `${name}.gz`),
      await promisify(gzip)(await readFile(join(assets, name)), { level: 9 }),
    );
  }
}

await rm(target, { recursive: true, force: true });
await mkdir(join(target, 'assets'), { recursive: true });
await Promise.all([buildServerPart(), buildBrowserPart()]);
await compressAssets();
