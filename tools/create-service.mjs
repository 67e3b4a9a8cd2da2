/**
 * Makes a new service from apps/tasks (`npm run create -- ../billing invoice`): renamed, with the packed guard inside, ready
 * for a repository of its own.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { root } from './build-stamp.mjs';

const USAGE = `Usage: npm run create -- FOLDER [RESOURCE]
  FOLDER    of the new service, for example ../billing; its last part is the service's name
  RESOURCE  what it is about, one word in the singular, for example invoice`;

const runtime = [
  '@fastify/static',
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/platform-fastify',
  '@nestjs/swagger',
  'class-transformer',
  'class-validator',
  'pg',
  'reflect-metadata',
  'rxjs',
  'typeorm',
  'uuid',
  'zod',
];
const tools = ['@nestjs/cli', '@nestjs/testing', '@types/node', '@types/pg', 'typescript'];
/** Names that its code could not have as variables. */
const RESERVED =
  /^(await|break|case|catch|class|const|continue|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

const [folder, resource = basename(folder ?? '').replace(/[^a-z0-9]|s$/g, '')] = process.argv.slice(2);
const name = basename(folder ?? '');
const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};
if (!/^[a-z][a-z0-9-]{0,99}$/.test(name)) fail(USAGE);
if (!/^[a-z][a-z0-9]{0,40}$/.test(resource) || RESERVED.test(resource))
  fail(`${resource} cannot be what it is about: take one word of lower-case letters.\n${USAGE}`);
const target = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
if (existsSync(target)) fail(`${target} is there already.`);

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const article = /^[aeiou]/.test(resource) ? 'an' : 'a';

/** Puts the new names into a text or a path. */
const renamed = (text) =>
  text
    .replaceAll('@@name@@', name)
    .replaceAll(/(service|applicationName): 'tasks'/g, `$1: '${name}'`)
    .replaceAll('tasks is listening', `${name} is listening`)
    .replaceAll(/\b([Aa])(?= [Tt]ask)/g, (letter) => (letter === 'A' ? capital(article) : article))
    .replaceAll('task', resource)
    .replaceAll('Task', capital(resource));

function copy(from, to) {
  cpSync(from, to, { recursive: true });
  const paths = readdirSync(to, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file));
  for (const path of paths) writeFileSync(path, renamed(readFileSync(path, 'utf8')));
}

/** Renames what a folder holds, the deepest first. */
function renameFiles(at) {
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    if (entry.isDirectory()) renameFiles(join(at, entry.name));
    if (renamed(entry.name) !== entry.name) renameSync(join(at, entry.name), join(at, renamed(entry.name)));
  }
}

/** @returns the file's name */
function packGuard(to) {
  mkdirSync(to);
  const args = ['pack', '--json', '--workspace', 'libs/guard', '--pack-destination', to];
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) fail(stderr);
  return JSON.parse(stdout)[0].filename;
}

copy(join(root, 'tools/create-service/template'), target);
for (const part of ['src', 'test']) {
  copy(join(root, 'apps/tasks', part), join(target, part));
  renameFiles(join(target, part));
}
const tarball = packGuard(join(target, 'vendor'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const versions = { ...manifest.dependencies, ...manifest.devDependencies };
const pick = (names) => Object.fromEntries(names.map((one) => [one, versions[one]]));
const created = {
  name,
  version: '0.1.0',
  private: true,
  type: 'module',
  engines: manifest.engines,
  scripts: {
    dev: 'nest start --watch --env-file .env',
    build: 'nest build',
    start: 'node --env-file=.env --enable-source-maps dist/src/main.js',
    test: 'nest build && node --enable-source-maps --test dist/test/*.test.js',
  },
  overrides: manifest.overrides,
  dependencies: { '@auth-service/guard': `file:vendor/${tarball}`, ...pick(runtime) },
  devDependencies: pick(tools),
};
writeFileSync(join(target, 'package.json'), `${JSON.stringify(created, null, 2)}\n`);
writeFileSync(join(target, '.gitignore'), 'node_modules/\ndist/\n.env\n');
console.log(
  `${name} is made, about ${resource}s: cd ${relative(process.cwd(), target)}, and read README.md.`,
);
