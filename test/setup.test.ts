import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrepareSetup } from '../apps/auth/src/modules/setup/index.js';
import { type TestApp, useCommittingApps, useDatabase } from './support/app.js';
import { newEmail, PASSWORD } from './support/people.js';

const [instance, other] = useCommittingApps(2) as [TestApp, TestApp];
const origin = 'http://localhost:3000';

const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? '';
const newToken = async () => tokenOf(await instance.app.get(PrepareSetup).execute());
const submit = (token: string, fields: object = {}, headers: object = {}) =>
  instance
    .request()
    .post('/auth/setup')
    .type('form')
    .set({ origin, ...headers })
    .send({ token, email: newEmail(), password: PASSWORD, ...fields });
const superusers = async () => {
  const [{ count }] = await instance.dataSource.query(
    `SELECT count(*)::int AS count FROM role_assignments a JOIN roles r ON r.id = a.role_id WHERE r.name = 'superuser'`,
  );
  return count as number;
};
const reset = () => instance.dataSource.query('DELETE FROM role_assignments');

describe('the initial data', () => {
  it('stays the same however often and by however many it is made', async () => {
    const snapshot = async () =>
      JSON.stringify(
        await Promise.all(
          [
            'resources',
            'permissions',
            'roles',
            'role_permissions',
            'role_wildcards',
            'visibility_groups',
          ].map((table) => instance.dataSource.query(`SELECT * FROM ${table} ORDER BY 1, 2`)),
        ),
      );
    const before = await snapshot();
    expect(before).toContain('superuser');
    await Promise.all([instance, other, instance, other].map(({ app }) => app.get(PrepareSetup).execute()));
    expect(await snapshot()).toBe(before);
  });
});

describe('the one-time link', () => {
  it('makes one superuser, whoever looks at it before and uses it after', async () => {
    await reset();
    const token = await newToken();
    for (const method of ['get', 'head', 'get'] as const)
      await instance.request()[method](`/auth/setup?token=${token}`).expect(200);
    const email = newEmail();
    await submit(token, { email }).expect(201);
    expect(await superusers()).toBe(1);
    await submit(token).expect(404);
    await instance.request().get(`/auth/setup?token=${token}`).expect(404);
    await instance.request().post('/auth/v1/login').send({ email, password: PASSWORD }).expect(200);
    expect(await instance.app.get(PrepareSetup).execute()).toBeNull();
  });

  it('has one winner when two use it at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      await reset();
      const token = await newToken();
      const answers = await Promise.all([submit(token), submit(token), submit(token)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
      expect(await superusers()).toBe(1);
    }
  });

  it('is not used up by a password that is refused', async () => {
    await reset();
    const token = await newToken();
    const refused = await submit(token, { password: 'too short' }).expect(422);
    expect(refused.text).toMatch(/15 characters/);
    expect(refused.headers['content-type']).toMatch(/html/);
    await submit(token).expect(201);
  });

  it('takes no form of another site, and no token that it did not give', async () => {
    await reset();
    const token = await newToken();
    await submit(token, {}, { origin: 'https://evil.test' }).expect(403);
    await submit(`${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`).expect(404);
    await submit('nonsense').expect(404);
    await instance.request().get('/auth/setup').expect(400);
    expect(await superusers()).toBe(0);
  });

  it('escapes what it shows again', async () => {
    await reset();
    const { text } = await submit(await newToken(), { email: '"><script>@example.test', password: 'x' });
    expect(text).not.toContain('<script>@');
  });
});

describe('the commands', () => {
  const database = useDatabase('empty');
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'setup-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const run = (script: string, args: string[], input = '') =>
    spawnSync(process.execPath, [`dist/service/cli/${script}.js`, ...args], {
      input,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DATABASE_URL: database.url, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    });

  it('migrate, and make a superuser without a browser', () => {
    expect(run('migrate', ['run'])).toMatchObject({ status: 0, stderr: '' });
    const reverted = run('migrate', ['revert']);
    expect(reverted).toMatchObject({ status: 0, stderr: '' });
    expect(reverted.stdout).toMatch(/^Took back \w+\.$/m);
    const made = run('create-admin', ['root@example.test'], `${PASSWORD}\n`);
    expect(made).toMatchObject({ status: 0, stderr: '' });
    expect(made.stdout).toContain('root@example.test is a superuser now');
  }, 60_000);

  it('say what is wrong, without a stack', () => {
    const short = run('create-admin', ['second@example.test'], 'short\n');
    expect(short.status).toBe(1);
    expect(short.stderr).toMatch(/15 characters/);
    expect(short.stderr).not.toMatch(/\n\s+at /);
    expect(run('create-admin', [])).toMatchObject({ status: 1, stderr: expect.stringContaining('Usage') });
  }, 60_000);

  it.each(['create-admin', 'export-users', 'import-users', 'keys', 'migrate', 'pack-passwords'])(
    'tell how %s is called',
    (name) => {
      expect(run(name, ['--help'])).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^Usage/),
        stderr: '',
      });
    },
    60_000,
  );
});
