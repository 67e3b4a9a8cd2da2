import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type TestApp, useCommittingApps, useDatabase } from './support/app.js';
import { until } from './support/guarded-app.js';
import { bearer, createUser, createUserWith } from './support/people.js';
import { createService } from './support/services.js';

const run = promisify(execFile);
const CREATE = join(import.meta.dirname, '../tools/create-service.mjs');
const INSTALLED = join(import.meta.dirname, '../node_modules');

const [auth] = useCommittingApps(1) as [TestApp];
const database = useDatabase('empty');
let folder: string;
let service: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'create-service-'));
  await auth.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  service?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const create = (...args: string[]) =>
  run(process.execPath, [CREATE, ...args], { env: { ...process.env, INIT_CWD: folder } });

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const manifestOf = async (cwd: string) =>
  JSON.parse(await readFile(join(cwd, 'package.json'), 'utf8')) as Manifest;

/**
 * Puts in place what `npm install` would: the packed guard, and beside it what it and the service name as dependencies and
 * nothing else, from where npm has put the same versions for this repository.
 */
async function install(cwd: string): Promise<void> {
  const modules = join(cwd, 'node_modules');
  const guard = join(modules, '@auth-service/guard');
  const { dependencies, devDependencies } = await manifestOf(cwd);
  const { '@auth-service/guard': tarball, ...versions } = { ...dependencies, ...devDependencies };
  await mkdir(guard, { recursive: true });
  const packed = join(cwd, tarball?.replace('file:', '') ?? '');
  await run('tar', ['-xzf', packed, '-C', guard, '--strip-components=1']);
  for (const [name, version] of Object.entries(versions))
    expect([name, (await manifestOf(join(INSTALLED, name))).version]).toEqual([name, version]);
  for (const name of ['.bin', ...Object.keys({ ...versions, ...(await manifestOf(guard)).dependencies })]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(INSTALLED, name), join(modules, name));
  }
}

describe('npm run create', () => {
  it('makes a service that passes its own test, starts and is protected, with the packages that it names', async () => {
    await create('billing', 'invoice');
    const cwd = join(folder, 'billing');
    const search = "grep -rilw 'tasks\\?' src test README.md || true";
    const { stdout: leftovers } = await run('sh', ['-c', search], { cwd });
    expect(leftovers).toBe('');
    await install(cwd);
    const env = { PATH: process.env.PATH, DATABASE_URL: database.url };
    expect((await run('npm', ['test'], { cwd, env })).stdout).toContain('# fail 0');

    const account = await createService(
      auth,
      'authorization:follow',
      'authorization:evaluate',
      'catalogue:register',
    );
    const settings = {
      PORT: '0',
      DATABASE_URL: database.url,
      AUTH_ISSUER: auth.config.issuer,
      AUTH_URL: `${await auth.app.getUrl()}/auth`,
      AUTH_AUDIENCE: auth.config.tokenAudience,
      AUTH_CLIENT_ID: account.id,
      AUTH_CLIENT_SECRET: account.clientSecret,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}='${value}'\n`);
    await writeFile(join(cwd, '.env'), lines.join(''));
    const origin = await start(cwd);
    const get = async (path: string, authorization?: string) =>
      fetch(origin + path, { headers: authorization === undefined ? {} : { authorization } });
    expect((await get('/health')).status).toBe(200);
    expect((await get('/invoices')).status).toBe(401);
    const reader = await bearer(auth, await createUserWith(auth, 'invoice:read'));
    expect(await (await get('/invoices', reader)).json()).toEqual({ items: [], next: null });
    expect((await get('/invoices', await bearer(auth, await createUser(auth)))).status).toBe(403);
    const document = (await (await get('/docs-json')).json()) as {
      paths: Record<string, { get: { parameters: object[] } }>;
      components: { schemas: object };
    };
    expect(document.paths['/invoices']?.get.parameters).toContainEqual(
      expect.objectContaining({
        name: 'limit',
        required: false,
        schema: expect.objectContaining({ type: 'number' }),
      }),
    );
    expect(document.components.schemas).toMatchObject({
      CreateInvoiceRequest: { properties: { title: { type: 'string', example: 'Call the harbour office' } } },
    });
  }, 300_000);

  it('refuses what would not become a service', async () => {
    for (const args of [[], ['Billing'], ['claims', 'class'], ['claims', 'two-words']])
      await expect(create(...args)).rejects.toMatchObject({
        code: 1,
        stderr: expect.stringContaining('Usage: npm run create') as unknown,
      });
    await expect(create('.')).rejects.toMatchObject({ code: 1 });
  });
});

async function start(cwd: string): Promise<string> {
  const child = spawn(process.execPath, ['--env-file=.env', 'dist/src/main.js'], {
    cwd,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  service = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const address = () => /listening on (http:\/\/[\w.:]+)/.exec(output)?.[1];
  await until(() => {
    if (child.exitCode !== null) throw new Error(`it ended:\n${output}`);
    return address() !== undefined;
  }, 60_000);
  return address() ?? '';
}
