import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { useDatabase } from './support/app.js';
import { type BuiltService, startBuiltService } from './support/built-service.js';
import { Client } from './support/client.js';
import type { Tokens } from './support/people.js';

const newKey = () => randomBytes(32).toString('base64');
const [old, fresh] = [newKey(), newKey()];
const admin = { email: 'root@example.test', password: 'a long passphrase' };
const database = useDatabase('empty');
const running: BuiltService[] = [];
let dataDir = '';
let accessToken = '';

type Environment = Readonly<Record<string, string>>;

const environment = (extra: Environment) => ({
  DATABASE_URL: database.url,
  DATA_DIR: dataDir,
  BOOTSTRAP_ADMIN_EMAIL: admin.email,
  BOOTSTRAP_ADMIN_PASSWORD: admin.password,
  ...extra,
});
const start = async (extra: Environment) => {
  const service = await startBuiltService(environment(extra));
  running.push(service);
  return service;
};
const refusal = (extra: Environment) => start(extra).then(() => 'it started', String);
const keys = (args: string[], extra: Environment) =>
  spawnSync(process.execPath, ['dist/service/cli/keys.js', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment(extra) },
  });
const sql = async (statement: string) => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows as Record<string, unknown>[];
};
const ids = async (status: string) => {
  const rows = await sql(`SELECT id FROM signing_keys WHERE status = '${status}'`);
  return rows.map(({ id }) => id as string);
};
const whoAmI = async (service: BuiltService) =>
  (await new Client(service).as(accessToken).get('/v1/users/me')).status;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('KEY_ENCRYPTION_KEY', () => {
  it('is replaced while the service runs: both keys are read, all is encrypted anew, the old one goes', async () => {
    const first = await start({ KEY_ENCRYPTION_KEY: old });
    ({ accessToken } = (await new Client(first).post<Tokens>('/v1/login', admin)).body);
    expect(await refusal({ KEY_ENCRYPTION_KEY: fresh })).toMatch(/KEY_ENCRYPTION_KEY: is not the key/);

    const both = { KEY_ENCRYPTION_KEY: fresh, KEY_ENCRYPTION_KEY_PREVIOUS: old };
    const second = await start(both);
    expect(await whoAmI(second)).toBe(200);
    const [before] = await sql('SELECT encryption_key_id, encrypted_private_key FROM signing_keys');
    expect(keys(['reencrypt'], { KEY_ENCRYPTION_KEY: fresh }).stderr).toMatch(
      /KEY_ENCRYPTION_KEY: is not the key/,
    );
    expect(await sql('SELECT encryption_key_id, encrypted_private_key FROM signing_keys')).toEqual([before]);
    expect(keys(['reencrypt'], both)).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('2 secrets'),
    });
    expect(keys(['reencrypt'], both).stdout).toMatch(/already/);
    const [after] = await sql('SELECT encryption_key_id, encrypted_private_key FROM signing_keys');
    expect(after?.encryption_key_id).not.toBe(before?.encryption_key_id);
    expect(await sql(`SELECT FROM audit_log WHERE action = 'key_encryption_key.replaced'`)).toHaveLength(1);
    for (const service of [first, second]) {
      expect(await whoAmI(service)).toBe(200);
      expect((await new Client(service).post('/v1/login', admin)).status).toBe(200);
    }
    for (const service of running.splice(0)) await service.stop();

    expect(await refusal({ KEY_ENCRYPTION_KEY: old })).toMatch(/KEY_ENCRYPTION_KEY: is not the key/);
    expect(await start({ KEY_ENCRYPTION_KEY: old, KEY_ENCRYPTION_KEY_PREVIOUS: fresh }).then(whoAmI)).toBe(
      200,
    );
    expect(await whoAmI(await start({ KEY_ENCRYPTION_KEY: fresh }))).toBe(200);
  }, 240_000);

  it.each<[what: string, environment: Environment, reason: RegExp]>([
    ['missing', {}, /KEY_ENCRYPTION_KEY: missing/],
    ['too short', { KEY_ENCRYPTION_KEY: 'c2hvcnQ=' }, /KEY_ENCRYPTION_KEY: must be 32 bytes/],
    [
      'missing beside the previous one',
      { KEY_ENCRYPTION_KEY_PREVIOUS: old },
      /KEY_ENCRYPTION_KEY: missing beside KEY_ENCRYPTION_KEY_PREVIOUS/,
    ],
  ])(
    'stops the start when it is %s',
    async (_, given, reason) => {
      expect(await refusal(given)).toMatch(reason);
    },
    60_000,
  );
});

describe('npm run keys:…', () => {
  const configured = { KEY_ENCRYPTION_KEY: fresh };
  const pem = (name: string, content: string) => {
    const path = join(dataDir, name);
    writeFileSync(path, content);
    return path;
  };

  it('tells a running service of every change', async () => {
    const service = await start(configured);
    const kidOf = async () => {
      const { body } = await new Client(service).post<Tokens>('/v1/login', admin);
      ({ accessToken } = body);
      return (
        JSON.parse(Buffer.from(accessToken.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }
      ).kid;
    };
    const before = await kidOf();
    const [listed] = keys(['list'], configured).stdout.split('\n').slice(1);
    expect(listed).toMatch(new RegExp(`^${before}  ES256 +active +20`));

    const rotated = keys(['rotate', '--algorithm', 'EdDSA'], configured);
    expect(rotated).toMatchObject({ status: 0, stderr: '' });
    expect(rotated.stdout).toMatch(/^[\w-]{43} \(EdDSA\) is published, and signs from 20\S+ on\.$/m);
    const [next] = await ids('next');
    expect(keys(['rotate'], configured).stderr).toContain(`Key ${next} is published and waits to sign`);
    expect(await kidOf()).toBe(before);

    expect(keys(['rotate', '--now'], configured).stderr).toMatch(/say it with --yes/);
    expect(keys(['rotate', '--now', '--yes'], configured).stdout).toMatch(/signs from now on/);
    expect(await kidOf()).toBe(next);

    expect(keys(['retire', next ?? '', '--yes'], configured).stdout).toMatch(/signs no more/);
    const third = await kidOf();
    expect(third).not.toBe(next);
    expect(await whoAmI(service)).toBe(200);

    expect(keys(['remove', third], configured)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/--yes/),
    });
    expect(await whoAmI(service)).toBe(200);
    expect(keys(['remove', third, '--yes'], configured).stdout).toMatch(/is removed/);
    expect(await whoAmI(service)).toBe(401);
    expect(await kidOf()).not.toBe(third);
    expect(await ids('removed')).toEqual([third]);
  }, 240_000);

  it('take a key that was made elsewhere, and say why another is not taken', async () => {
    const service = await start(configured);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const file = pem('rsa.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
    expect(keys(['import', file, '--now', '--yes'], configured).stdout).toMatch(
      /\(RS256\) signs from now on/,
    );
    ({ accessToken } = (await new Client(service).post<Tokens>('/v1/login', admin)).body);
    expect(await whoAmI(service)).toBe(200);
    const { body: jwks } = await new Client(service).get<{ keys: { n?: string; d?: string }[] }>(
      '/.well-known/jwks.json',
    );
    expect(jwks.keys[0]?.n).toBe(privateKey.export({ format: 'jwk' }).n);
    expect(JSON.stringify(jwks)).not.toContain(String(privateKey.export({ format: 'jwk' }).d));
    expect(keys(['import', file], configured).stderr).toMatch(/is here already, active/);
    const [id = ''] = await ids('active');
    expect(keys(['remove', id, '--yes'], configured)).toMatchObject({ status: 0, stderr: '' });
    expect(keys(['import', file], configured).stderr).toMatch(/is here already, removed/);

    const small = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const refused = pem('small.pem', small.export({ type: 'pkcs8', format: 'pem' }) as string);
    expect(keys(['import', refused], configured)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/1024 bits; 2048 to 4096/),
    });
    expect(keys(['import', join(dataDir, 'nowhere.pem')], configured).stderr).toMatch(/no file/);
    for (const args of [['explode'], ['remove'], ['rotate', '--algorithm', 'HS256']])
      expect(keys(args, configured)).toMatchObject({ status: 1, stderr: expect.stringContaining('Usage') });
  }, 240_000);

  it.each([`-${'a'.repeat(42)}`, `--${'a'.repeat(41)}`])(
    'take an id that begins like an option: %s',
    (id) => {
      expect(keys(['remove', id, '--yes'], configured).stderr).toContain(`There is no signing key ${id}`);
    },
    60_000,
  );

  it('help where a damaged key keeps the service from starting', async () => {
    const [id = ''] = await ids('active');
    await sql(`UPDATE signing_keys SET encrypted_private_key = '\\x00' WHERE status = 'active'`);
    expect(await refusal(configured)).toContain(`signing key ${id} is damaged`);
    expect(keys(['remove', id, '--yes'], configured)).toMatchObject({ status: 0, stderr: '' });
    const service = await start(configured);
    expect((await new Client(service).post('/v1/login', admin)).status).toBe(200);
  }, 120_000);
});
