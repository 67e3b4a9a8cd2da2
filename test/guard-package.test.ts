import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { useDatabase } from './support/app.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { Client } from './support/client.js';
import { freePort } from './support/free-port.js';
import { until } from './support/guarded-app.js';
import { faultsOfTypes } from './support/package-types.js';
import type { Tokens } from './support/people.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const admin = { email: 'root@example.test', password: 'a long passphrase' };
const member = { email: 'member@example.test', password: 'another long passphrase' };
const MAX_BYTES = 150_000;

/** Two empty applications, one of each kind that there is. */
const kinds = [
  {
    name: 'Nest 11 on Express, CommonJS',
    nest: '11',
    platform: 'express',
    type: 'commonjs',
    module: 'commonjs',
    resolution: 'node10',
    checked: [
      { module: 'commonjs', moduleResolution: 'node10' },
      { module: 'node16', moduleResolution: 'node16' },
      { module: 'nodenext', moduleResolution: 'nodenext' },
      { module: 'esnext', moduleResolution: 'bundler' },
    ],
  },
  {
    name: 'Nest 12 on Fastify, ES modules',
    nest: '12',
    platform: 'fastify',
    type: 'module',
    module: 'nodenext',
    resolution: 'nodenext',
    checked: [
      { module: 'node16', moduleResolution: 'node16' },
      { module: 'nodenext', moduleResolution: 'nodenext' },
      { module: 'esnext', moduleResolution: 'bundler' },
    ],
  },
] as const;
type Kind = (typeof kinds)[number];

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const source = ({ platform }: Kind): string => {
  const adapter = platform === 'express' ? 'ExpressAdapter' : 'FastifyAdapter';
  return `import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ${adapter} } from '@nestjs/platform-${platform}';
import {
  AuthenticatedUser, AuthGuardModule, type AuthGuardOptions, CurrentUser, RequirePermission, Visible, VisibilityScope,
} from '@auth-service/guard';
import { TestOrganisation } from '@auth-service/guard/testing';

@Controller('deals')
class DealController {
  @Get()
  @RequirePermission('deal:read')
  list(@CurrentUser() user: AuthenticatedUser, @Visible('deal') scope: VisibilityScope) {
    return { id: user.id, kind: scope.condition.kind };
  }
}

@Module({
  imports: [AuthGuardModule.forRoot(JSON.parse(process.env.OPTIONS ?? '{}') as AuthGuardOptions)],
  controllers: [DealController],
})
class AppModule {}

async function main(): Promise<void> {
  if (typeof TestOrganisation !== 'function') throw new Error('the testing kit is not there');
  const app = await NestFactory.create(AppModule, new ${adapter}(), { logger: ['error', 'warn'] });
  await app.listen(0, '127.0.0.1');
  console.log('listening on ' + (await app.getUrl()));
}
void main();
`;
};

const database = useDatabase();
let folder: string;
let tarball: string;
let service: BuiltService;
let options: Record<string, unknown>;
let tokens: { readonly admin: string; readonly member: string };
/** Why the applications cannot be installed; null: they are. */
let skipped: string | null = null;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guard-package-'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: join(root, 'libs/guard'),
  });
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  tarball = join(folder, packed?.filename ?? '');
  const installed = installAll();
  installed.catch(() => undefined); // until it is waited for
  const port = String(await freePort());
  service = await startBuiltService({
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.url,
    DATA_DIR: process.env.TEST_DATA_DIR ?? '',
    BOOTSTRAP_ADMIN_EMAIL: admin.email,
    BOOTSTRAP_ADMIN_PASSWORD: admin.password,
  });
  const people = new Client(service);
  const logIn = async (person: object) => (await people.post<Tokens>('/v1/login', person)).body.accessToken;
  const rootClient = people.as(await logIn(admin));
  await rootClient.post('/v1/users', member);
  tokens = { admin: await logIn(admin), member: await logIn(member) };
  const permissions = ['authorization:follow', 'authorization:evaluate', 'catalogue:register'];
  const { body: account } = await rootClient.post<{ id: string }>('/v1/service-accounts', {
    name: 'sales',
    permissions: [...permissions, 'permission:read'],
  });
  const { body: secret } = await rootClient.post<{ clientSecret: string }>(
    `/v1/service-accounts/${account.id}/secrets`,
    {},
  );
  const { iss, aud } = JSON.parse(
    Buffer.from(tokens.admin.split('.')[1] ?? '', 'base64url').toString(),
  ) as Record<string, string>;
  options = {
    issuer: iss,
    audience: aud,
    service: 'sales',
    clientId: account.id,
    clientSecret: secret.clientSecret,
    resources: [{ key: 'deal', description: 'Deals', actions: { read: 'See deals' } }],
  };
  skipped = await installed;
}, 300_000);

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

/** @returns why nothing can be installed; null: it is */
async function installAll(): Promise<string | null> {
  try {
    await Promise.all(kinds.map((kind) => install(kind)));
    return null;
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    if (!/E(NOTFOUND|AI_AGAIN|CONNREFUSED|TIMEDOUT|NETUNREACH)|network/i.test(stderr)) throw error;
    return `the npm registry cannot be reached: ${stderr.split('\n')[0] ?? ''}`;
  }
}

/** Installs the package in an empty application of a kind. */
async function install(kind: Kind): Promise<void> {
  const app = join(folder, kind.type);
  await mkdir(app);
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name: 'sales', private: true, type: kind.type }),
  );
  const nest = ['common', 'core', `platform-${kind.platform}`].map((name) => `@nestjs/${name}@${kind.nest}`);
  const packages = [tarball, ...nest, 'reflect-metadata@0.2', 'rxjs@7', '@types/node@20'];
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  await run('npm', ['install', ...quietly, ...packages], { cwd: app });
}

async function compile(kind: Kind): Promise<string> {
  const app = join(folder, kind.type);
  await writeFile(join(app, 'main.ts'), source(kind));
  const compilerOptions = {
    target: 'es2022',
    module: kind.module,
    moduleResolution: kind.resolution,
    strict: true,
    skipLibCheck: true,
    esModuleInterop: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    types: ['node'],
  };
  await writeFile(join(app, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  await run(process.execPath, [compiler, '-p', app]).catch((error: unknown) => {
    throw new Error(`it does not compile:\n${(error as { stdout?: string }).stdout ?? ''}`);
  });
  return app;
}

async function start(app: string): Promise<string> {
  const child = spawn(process.execPath, ['main.js'], {
    cwd: app,
    env: { PATH: process.env.PATH, OPTIONS: JSON.stringify(options) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += String(text)));
  const address = () => /listening on (http:\/\/[\w.:]+)/.exec(output)?.[1];
  await until(() => {
    if (child.exitCode !== null) throw new Error(`it ended:\n${output}`);
    return address() !== undefined;
  }, 30_000);
  return address() ?? '';
}

describe('the package', () => {
  it('is small, and holds types, both module systems and a README, and no sources', async () => {
    expect((await stat(tarball)).size).toBeLessThan(MAX_BYTES);
    const { stdout } = await run('tar', ['-tzf', tarball]);
    const files = stdout.trim().split('\n');
    for (const name of ['README.md', 'LICENSE', 'package.json']) expect(files).toContain(`package/${name}`);
    for (const system of ['esm', 'cjs'])
      for (const entry of ['index', 'passport/index', 'testing/index'])
        for (const ending of ['js', 'd.ts'])
          expect(files).toContain(`package/dist/${system}/${entry}.${ending}`);
    const strange = files.filter((name) => !/\.(js|d\.ts|json|md)$|\/LICENSE$/.test(name));
    expect(strange).toEqual([]);
    expect(files.filter((name) => /\bapps\b|\/src\/|\.spec\./.test(name))).toEqual([]);
    const manifest = JSON.parse(await readFile(join(root, 'libs/guard/package.json'), 'utf8')) as Manifest;
    expect(Object.keys(manifest.dependencies)).toEqual(['jose']);
    expect(Object.keys(manifest.peerDependencies).filter((name) => !name.startsWith('@nestjs/'))).toEqual([]);
  });

  it.each(kinds)(
    'protects an empty application of $name',
    async (kind) => {
      if (skipped !== null) {
        console.error(`Skipped: ${skipped}`);
        return;
      }
      const origin = await start(await compile(kind));
      const get = async (token?: string) => {
        const headers = new Headers(token === undefined ? [] : [['authorization', `Bearer ${token}`]]);
        return fetch(`${origin}/deals`, { headers });
      };
      expect((await get()).status).toBe(401);
      expect((await get('forged')).status).toBe(401);
      expect((await get(tokens.member)).status).toBe(403);
      await until(async () => (await get(tokens.admin)).status === 200);
      expect(await (await get(tokens.admin)).json()).toMatchObject({ kind: 'some' });
    },
    120_000,
  );

  it.each(kinds.flatMap(({ checked, ...kind }) => checked.map((settings) => ({ ...kind, settings }))))(
    'has types without a fault for $name, module $settings.module, resolution $settings.moduleResolution',
    async ({ type, settings }) => {
      if (skipped !== null) {
        console.error(`Skipped: ${skipped}`);
        return;
      }
      expect(await faultsOfTypes(join(folder, type), settings)).toEqual([]);
    },
    120_000,
  );

  it('writes the permissions of the service into a file that the compiler takes, and tells when they differ', async () => {
    if (skipped !== null) {
      console.error(`Skipped: ${skipped}`);
      return;
    }
    const app = join(folder, 'module');
    const cli = join(app, 'node_modules/.bin/auth-service-permissions');
    const { issuer, clientId, clientSecret } = options as Record<string, string>;
    const env = { PATH: process.env.PATH, AUTH_CLIENT_ID: clientId, AUTH_CLIENT_SECRET: clientSecret };
    const call = (...args: string[]) =>
      run(cli, ['--issuer', issuer ?? '', '--out', 'permissions.ts', ...args], { cwd: app, env });
    await expect(call('--check')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('+ deal:read') as unknown,
    });
    await call();
    await call('--check');
    const main = await readFile(join(app, 'main.ts'), 'utf8');
    const recompile = async (text: string) => {
      await writeFile(join(app, 'main.ts'), `import './permissions.js';\n${text}`);
      return run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', app]);
    };
    await recompile(main);
    await expect(recompile(main.replace('deal:read', 'deal:raed'))).rejects.toMatchObject({
      stdout: expect.stringContaining('\'"deal:raed"\' is not assignable') as unknown,
    });
    const file = join(app, 'permissions.ts');
    await writeFile(file, (await readFile(file, 'utf8')).replace("'deal:read'", "'deal:gone'"));
    await expect(call('--check')).rejects.toMatchObject({
      stderr: expect.stringMatching(/\+ deal:read\n- deal:gone/) as unknown,
    });
    await expect(run(cli, [], { env })).rejects.toMatchObject({ code: 2 });
  }, 120_000);
});
