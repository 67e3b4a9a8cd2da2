import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import bcrypt from 'bcrypt';
import { pbkdf2Sync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PasswordDecoys } from '../apps/auth/src/modules/user/domain/password-decoys.js';
import { CreateRole, SaveSeparationOfDuty, SetRoleParents } from '../apps/auth/src/modules/rbac/index.js';
import type { RefusedRow } from '../apps/auth/src/modules/user-transfer/index.js';
import { type TestApp, useCommittingApps, useDatabase } from './support/app.js';
import { runCommand, startCommand } from './support/cli.js';
import { createUser, newEmail, PASSWORD } from './support/people.js';

const [app] = useCommittingApps(1) as [TestApp];
const elsewhere = { jsonl: useDatabase(), csv: useDatabase() };
const folder = mkdtempSync(join(tmpdir(), 'users-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = (url = app.config.databaseUrl ?? '') => ({
  DATABASE_URL: url,
  DATA_DIR: app.config.dataDir,
  DATABASE_TIMEOUT_MS: '10000',
});
const path = (name: string) => join(folder, name);
const importFile = (file: string, ...parameters: string[]) =>
  runCommand('import-users', ['--file', file, ...parameters], environment());

let files = 0;
function jsonl(rows: readonly object[]): string {
  const file = path(`${++files}.jsonl`);
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return file;
}
const refusedRows = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RefusedRow);
const query = <Row>(sql: string, parameters: unknown[] = []) => app.dataSource.query<Row[]>(sql, parameters);
const logIn = (email: string, password: string) =>
  app.request().post('/auth/v1/login').send({ email, password });
const storedHash = async (email: string) => {
  const [row] = await query<{ hash: string }>(
    'SELECT hash FROM user_passwords p JOIN users u ON u.id = p.user_id WHERE u.email = $1',
    [email],
  );
  return row?.hash;
};
const counts = async () => {
  const [row] = await query(`SELECT (SELECT count(*)::int FROM users) AS users,
    (SELECT count(*)::int FROM user_passwords) AS passwords, (SELECT count(*)::int FROM imported_users) AS links,
    (SELECT count(*)::int FROM role_assignments) AS roles`);
  return row;
};

describe('an import', () => {
  it('lets people log in with the password they had, and renews its hash then', async () => {
    const [email, salt] = [newEmail(), 'a salt of Django'];
    const hash = pbkdf2Sync('short pw', salt, 1000, 32, 'sha256').toString('base64');
    const file = jsonl([
      {
        externalId: '17',
        email: ` ${email.toUpperCase()} `,
        emailVerified: true,
        displayName: 'Ada',
        locale: 'de',
        createdAt: '2020-02-03T04:05:06Z',
        roles: ['administrator'],
        attributes: { phone: '0123' },
        passwordHash: `pbkdf2_sha256$1000$${salt}$${hash}`,
      },
    ]);
    const { code, output } = await importFile(file, '--password-format', 'django', '--source', 'shop');
    expect(output).toContain('1 records: 1 imported, 0 there already, 0 refused.');
    expect(code).toBe(0);
    expect(await storedHash(email)).toMatch(/^\$pbkdf2-sha256\$i=1000\$/);

    await logIn(email, 'Short pw').expect(401);
    const { body } = await logIn(email, 'short pw').expect(200);
    expect(await storedHash(email)).toMatch(/^\$argon2id\$/);
    await logIn(email, 'short pw').expect(200);
    const me = await app
      .request()
      .get('/auth/v1/users/me')
      .set('authorization', `Bearer ${body.accessToken as string}`)
      .expect(200);
    expect(me.body).toMatchObject({
      email,
      emailVerified: true,
      displayName: 'Ada',
      locale: 'de',
      createdAt: '2020-02-03T04:05:06.000Z',
      attributes: { phone: '0123' },
    });
    expect(
      await query(
        `SELECT r.name FROM role_assignments a JOIN roles r ON r.id = a.role_id JOIN users u ON u.id = a.user_id
         WHERE u.email = $1`,
        [email],
      ),
    ).toEqual([{ name: 'administrator' }]);
    const events = await query<{ action: string; after: unknown }>(
      `SELECT action, after FROM audit_log WHERE subject_type = 'user_import' ORDER BY id`,
    );
    expect(events).toEqual([
      { action: 'user_import.started', after: { source: 'shop', passwordFormat: 'django' } },
      { action: 'user_import.finished', after: { records: 1, imported: 1, present: 0, refused: 0 } },
    ]);
  }, 60_000);

  it('changes nothing the second time, whether users are known by id or by address', async () => {
    const taken = await createUser(app);
    const renamed = newEmail();
    const rows = [
      { externalId: 'a', email: newEmail(), passwordHash: await bcrypt.hash('x', 4) },
      { email: newEmail() },
      { email: taken.email, displayName: 'Somebody else', passwordHash: await bcrypt.hash('x', 4) },
    ];
    const first = await importFile(jsonl(rows), '--password-format', 'bcrypt');
    expect(first.output).toContain('3 records: 2 imported, 1 there already, 0 refused.');
    const before = await counts();
    const second = await importFile(
      jsonl([{ ...rows[0], email: renamed }, ...rows.slice(1), rows[1] ?? {}]),
      '--password-format',
      'bcrypt',
    );
    expect(second.output).toContain('4 records: 0 imported, 4 there already, 0 refused.');
    expect(await counts()).toEqual(before);
    await logIn(taken.email, PASSWORD).expect(200);
  }, 60_000);

  it('refuses rows with a reason, and imports the others', async () => {
    const [good, twice] = [newEmail(), newEmail()];
    const rejects = path('rejects.jsonl');
    const file = jsonl([
      { email: good },
      { email: 'nobody' },
      { email: newEmail(), passwordHash: '$2b$31$abcdefghijklmnopqrstuuHydEuu3N7rAPfSfT6cuQZPkbOwvf1E.' },
      { email: newEmail(), roles: ['superuser'] },
      { email: newEmail(), roles: ['no such role'] },
      { email: newEmail(), attributes: { nested: { too: 'deep' } } },
      { email: newEmail(), nickname: 'unknown field' },
      { email: newEmail(), displayName: 'half \ud83d' },
      { email: newEmail(), displayName: 'nul \0' },
      { email: newEmail(), dryRunCleartextPassword: 'secret words', passwordHash: await bcrypt.hash('x', 4) },
      { email: newEmail(), passwordSalt: 'salt' },
      { email: newEmail(), createdAt: '2999-01-01T00:00:00Z' },
      { externalId: 'one', email: twice },
      { externalId: 'two', email: twice },
    ]);
    writeFileSync(file, 'no JSON\n', { flag: 'a' });
    const { code, output } = await importFile(file, '--password-format', 'bcrypt', '--rejects', rejects);
    expect(output).toContain('15 records: 2 imported, 0 there already, 13 refused.');
    expect(code).toBe(1);
    expect(refusedRows(rejects).map(({ record, reason }) => [record, reason])).toEqual([
      [2, 'email is no e-mail address'],
      [3, 'passwordHash: bcrypt cost is 31, outside of 4 to 14'],
      [4, 'roles: nobody becomes superuser by an import'],
      [5, 'roles: there is no role "no such role"'],
      [6, expect.stringContaining('attributes.nested')],
      [7, 'Unrecognized key: "nickname"'],
      [8, expect.stringContaining('displayName must be text')],
      [9, expect.stringContaining('displayName must be text')],
      [10, 'dryRunCleartextPassword: belongs into dry runs alone'],
      [11, 'passwordSalt: without a passwordHash'],
      [12, 'createdAt lies in the future'],
      [14, 'email: belongs to the user one of the same source'],
      [15, 'the record is no JSON object'],
    ]);
    expect(readFileSync(rejects, 'utf8')).not.toContain('secret words');
    expect(statSync(rejects).mode & 0o777).toBe(0o600);
  }, 60_000);

  it('gives nobody roles that must be apart, and says so in a dry run already', async () => {
    const role = async (name: string) => (await app.app.get(CreateRole).execute({ name })).id;
    const [payer, approver, chief] = [await role('payer'), await role('approver'), await role('chief')];
    await app.app.get(SetRoleParents).execute(chief, [approver]);
    await app.app.get(SaveSeparationOfDuty).create({ name: 'Two hands', roleIds: [payer, approver] });
    const rejects = path('apart.jsonl');
    const file = jsonl([
      { email: newEmail(), roles: ['payer'] },
      { email: newEmail(), roles: ['payer', 'approver'] },
      { email: newEmail(), roles: ['chief', 'payer'] },
      { email: newEmail(), roles: ['chief', 'approver'] },
    ]);
    const refused = [2, 3].map((record) => [record, 'roles: “Two hands” keeps some of them apart']);
    for (const [mode, verb] of [[['--dry-run'], 'would be imported'] as const, [[], 'imported'] as const]) {
      const { code, output } = await importFile(file, '--rejects', rejects, ...mode);
      expect(output).toContain(`4 records: 2 ${verb}, 0 there already, 2 refused.`);
      expect(code).toBe(1);
      expect(refusedRows(rejects).map(({ record, reason }) => [record, reason])).toEqual(refused);
    }
    await app.app.get(SaveSeparationOfDuty).create({ name: 'Nobody breaks it', roleIds: [payer, chief] });
    // Exports of the tests that follow go where these roles are not.
    await query('DELETE FROM role_assignments WHERE role_id = ANY ($1)', [[payer, approver, chief]]);
  }, 60_000);

  it('can be tried: sample passwords are compared, and nothing changes', async () => {
    const hash = await bcrypt.hash('sample of a password', 4);
    const rejects = path('dry.jsonl');
    const file = jsonl([
      { email: newEmail(), passwordHash: hash, dryRunCleartextPassword: 'sample of a password' },
      { email: newEmail(), passwordHash: hash, dryRunCleartextPassword: 'another password' },
      { email: newEmail(), passwordHash: hash },
    ]);
    const before = await counts();
    const { output } = await importFile(
      file,
      '--password-format',
      'bcrypt',
      '--dry-run',
      '--rejects',
      rejects,
    );
    expect(output).toContain('3 records: 2 would be imported, 0 there already, 1 refused.');
    expect(output).toContain('1 sample passwords matched their hash. Nothing was changed.');
    expect(refusedRows(rejects)).toEqual([
      expect.objectContaining({ record: 2, reason: 'dryRunCleartextPassword: does not match the hash' }),
    ]);
    expect(readFileSync(rejects, 'utf8')).not.toContain('another password');
    expect(await counts()).toEqual(before);
    expect(await query(`SELECT FROM user_imports WHERE finished_at IS NULL`)).toEqual([]);
  }, 60_000);

  it.each([
    ['no file', ['--format', 'jsonl'], /Usage/],
    ['an unknown option', ['--fil', 'x'], /Unknown option '--fil'[^]*Usage/],
    ['an unknown format', ['--file', 'x', '--format', 'xml'], /Usage/],
    ['an unknown password format', ['--file', 'x', '--password-format', 'md5'], /known: own, bcrypt/],
    [
      'options that are missing',
      ['--file', 'x', '--password-format', 'firebase-scrypt'],
      /base64_signer_key/,
    ],
    ['a file that is not there', ['--file', 'missing.jsonl'], /ENOENT/],
  ])(
    'ends with 1 for %s',
    async (_, parameters, message) => {
      const { code, output } = await runCommand('import-users', parameters, environment());
      expect(output).toMatch(message);
      expect(code).toBe(1);
    },
    30_000,
  );
});

describe('an import that is killed', () => {
  it('goes on where it was, with nothing missing and nothing twice', async () => {
    const total = 12_000;
    const unusable = total / 100;
    const rows = Array.from({ length: total }, (_, index) => ({
      externalId: `killed-${index}`,
      email: index % 100 === 7 ? 'nobody' : `killed-${index}@example.test`,
      attributes: { number: index },
    }));
    const file = jsonl(rows);
    const rejects = path('killed.jsonl');
    const parameters = ['--file', file, '--source', 'killed', '--rejects', rejects];
    const progress = async () => {
      const [row] = await query<{ records: string }>(
        'SELECT records FROM user_imports WHERE finished_at IS NULL',
      );
      return Number(row?.records ?? 0);
    };

    for (const until of [1000, 4000]) {
      const running = startCommand('import-users', [...parameters, '--resume'], environment());
      while ((await progress()) < until && running.process.exitCode === null) await sleep(5);
      running.process.kill('SIGKILL');
      expect(await running.ended).toBeNull();
      expect(await progress()).toBeLessThan(total);
    }
    // As if it had been ended between writing refused rows and counting them.
    writeFileSync(rejects, 'half a ro', { flag: 'a' });
    const { output } = await runCommand('import-users', [...parameters, '--resume'], environment());
    expect(output).toContain(
      `${total} records: ${total - unusable} imported, 0 there already, ${unusable} refused.`,
    );
    expect(output).toMatch(/Went on after record ([4-9]|1\d)\d{3}\./);
    expect(refusedRows(rejects).map(({ record }) => record)).toEqual(
      Array.from({ length: unusable }, (_, index) => index * 100 + 8),
    );
    const [imported] = await query(
      `SELECT count(*)::int AS count, count(DISTINCT p.attributes)::int AS profiles FROM users u
       JOIN user_profiles p ON p.user_id = u.id WHERE u.email LIKE 'killed-%'`,
    );
    expect(imported).toEqual({ count: total - unusable, profiles: total - unusable });
    expect(
      await query(
        `SELECT action, count(*)::int AS count FROM audit_log WHERE subject_type = 'user_import'
         AND subject_id = (SELECT id::text FROM user_imports ORDER BY id DESC LIMIT 1) GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      { action: 'user_import.finished', count: 1 },
      { action: 'user_import.resumed', count: 2 },
      { action: 'user_import.started', count: 1 },
    ]);
  }, 180_000);
});

describe('an export', () => {
  const tricky = [
    { displayName: '=HYPERLINK("https://example.com")', givenName: "'=1", familyName: "''+1" },
    { displayName: '@home', givenName: '-1', familyName: '\ttab' },
    { displayName: 'a "quoted", name; and more', givenName: 'two\nlines', familyName: 'two\r\nlines' },
    { displayName: '🐎 Ünïcødé ‮ עברית', givenName: ' space ', familyName: "O'Neill" },
  ];
  beforeAll(async () => {
    for (const [index, names] of tricky.entries()) {
      await createUser(app, {
        ...names,
        email: `tricky-${index}@example.test`,
        attributes: { note: names.displayName, count: index, none: null, ok: true },
      });
    }
  });

  it.each(['jsonl', 'csv'] as const)(
    'as %s is imported elsewhere as it was, hashes included when asked for',
    async (format) => {
      const file = path(`export.${format}`);
      const exported = await runCommand(
        'export-users',
        ['--file', file, '--format', format, '--include-password-hashes'],
        environment(),
      );
      expect(exported.output).toMatch(/Exported \d+ users to .* with their password hashes/);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const imported = await runCommand(
        'import-users',
        ['--file', file, '--format', format, '--password-format', 'own'],
        environment(elsewhere[format].url),
      );
      const count = /Exported (\d+) users/.exec(exported.output)?.[1];
      expect(imported.output).toContain(`${count} records: ${count} imported, 0 there already, 0 refused.`);
      const again = path(`again.${format}`);
      await runCommand(
        'export-users',
        ['--file', again, '--format', format, '--include-password-hashes'],
        environment(elsewhere[format].url),
      );
      const withoutIds = (text: string) =>
        text
          .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
          .split(/\n(?=id,|\{"externalId")/)
          .map((row) => row.trimEnd())
          .sort();
      expect(withoutIds(readFileSync(again, 'utf8'))).toEqual(withoutIds(readFileSync(file, 'utf8')));
    },
    120_000,
  );

  it('has no password hashes unless they are asked for, and is told in the audit log', async () => {
    const file = path('public.jsonl');
    await runCommand('export-users', ['--file', file], environment());
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('tricky-0@example.test');
    expect(text).not.toMatch(/passwordHash|argon2/);
    const refused = await runCommand('export-users', ['--file', file], environment());
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('is there already') });
    const events = await query<{ action: string; after: unknown }>(
      `SELECT action, after FROM audit_log WHERE subject_type = 'user_export' ORDER BY id DESC LIMIT 2`,
    );
    expect(events.map(({ action }) => action)).toEqual(['user_export.finished', 'user_export.started']);
    expect(events[1]?.after).toEqual({ includePasswordHashes: false });
  }, 60_000);
});

describe('logging in after an import of slow hashes', () => {
  it('does not tell an unknown address by the time it takes', async () => {
    await query('DELETE FROM user_passwords');
    const slow = await bcrypt.hash('the right password', 11);
    const known = Array.from({ length: 12 }, () => newEmail());
    await importFile(
      jsonl(known.map((email) => ({ email, passwordHash: slow }))),
      '--password-format',
      'bcrypt',
    );
    // The running service looks every some minutes; here it looks now.
    Reflect.set(app.app.get(PasswordDecoys, { strict: false }), 'readAt', -Infinity);
    const time = async (email: string) => {
      const since = performance.now();
      await logIn(email, 'a wrong password').expect(401);
      return performance.now() - since;
    };
    const [ofKnown, ofUnknown]: [number[], number[]] = [[], []];
    for (const email of known) {
      ofKnown.push(await time(email));
      ofUnknown.push(await time(newEmail()));
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const ratio = median(ofUnknown) / median(ofKnown);
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  }, 60_000);
});
