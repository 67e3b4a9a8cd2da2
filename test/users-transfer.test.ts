import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import bcrypt from 'bcrypt';
import { CreateRole, FindRole } from '../apps/auth/src/modules/rbac/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, newEmail } from './support/people.js';

const app = useApp();

const as = async (...permissions: PermissionName[]) => ({
  authorization: await bearer(app, await createUserWith(app, ...permissions)),
});
const send = (headers: Record<string, string>, body: object) =>
  app.request().post('/auth/v1/users/import').set(headers).send(body);
const find = async (email: string) => {
  const headers = await as('user:read');
  const { body } = await app
    .request()
    .get('/auth/v1/users')
    .query({ search: email })
    .set(headers)
    .expect(200);
  return (body.items as { id: string; email: string; displayName: string }[])[0];
};

describe('POST /auth/v1/users/import', () => {
  it('imports users with their passwords, once', async () => {
    const headers = await as('user:create');
    const email = newEmail();
    const record = {
      externalId: '17',
      email,
      displayName: 'Ada',
      passwordHash: await bcrypt.hash('the old passphrase', 4),
    };
    const request = { records: [record], source: 'shop', passwordFormat: { name: 'bcrypt' } };
    const dry = await send(headers, { ...request, dryRun: true }).expect(200);
    expect(dry.body).toEqual({ records: 1, imported: 1, present: 0, refused: [] });
    expect(await find(email)).toBeUndefined();
    expect((await send(headers, request).expect(200)).body).toMatchObject({ imported: 1, present: 0 });
    expect((await send(headers, request).expect(200)).body).toMatchObject({ imported: 0, present: 1 });
    await app.request().post('/auth/v1/login').send({ email, password: 'the old passphrase' }).expect(200);
  });

  it('refuses what is wrong row by row, and imports the rest', async () => {
    const [good, other] = [newEmail(), newEmail()];
    const { body } = await send(await as('user:create'), {
      records: [
        { email: 'nobody' },
        { email: good },
        { email: other, passwordHash: 'x' },
        { email: other, surprise: 1 },
        { email: other, displayName: 'a'.repeat(201) },
      ],
    }).expect(200);
    expect(body).toEqual({
      records: 5,
      imported: 1,
      present: 0,
      refused: [
        { record: 1, reason: 'email is no e-mail address' },
        { record: 3, reason: 'passwordHash: no password format was declared' },
        { record: 4, reason: expect.stringContaining('surprise') },
        { record: 5, reason: expect.stringContaining('displayName') },
      ],
    });
    expect(await find(good)).toMatchObject({ email: good });
    expect(await find(other)).toBeUndefined();
  });

  it('gives no role that whoever imports could not give (E1)', async () => {
    const { id } = await app.app.get(CreateRole).execute({ name: 'auditor', permissions: ['audit:read'] });
    expect(id).toBe(await app.app.get(FindRole).execute('auditor'));
    interface Result {
      readonly refused: readonly { readonly reason: string }[];
    }
    const attempt = async (...permissions: PermissionName[]): Promise<Result> =>
      (
        await send(await as('user:create', ...permissions), {
          records: [{ email: newEmail(), roles: ['auditor'] }],
          source: `source ${permissions.length}`,
        }).expect(200)
      ).body as Result;
    expect((await attempt()).refused[0]?.reason).toContain('role:assign');
    const { refused } = await attempt('role:assign');
    expect(refused).toEqual([{ record: 1, reason: expect.stringContaining('audit:read') }]);
    expect(await attempt('role:assign', 'audit:read')).toMatchObject({ imported: 1, refused: [] });
    expect(await attempt('role:assign', 'rbac:bind')).toMatchObject({ imported: 1, refused: [] });
    const superusers = await send(await as('user:create', 'role:assign', 'rbac:bind'), {
      records: [{ email: newEmail(), roles: ['superuser'] }],
    });
    expect(superusers.body.refused[0].reason).toContain('superuser');
  });

  it('needs user:create, records and a known password format', async () => {
    await send(await as('user:read'), { records: [{ email: newEmail() }] }).expect(403);
    const headers = await as('user:create');
    for (const [field, body] of [
      ['records', { records: [] }],
      ['records', { records: Array.from({ length: 501 }, () => ({})) }],
      ['records', {}],
      ['source', { records: [{}], source: '' }],
      ['passwordFormat.name', { records: [{}], passwordFormat: { name: 'md5' } }],
      ['passwordFormat', { records: [{}], passwordFormat: { name: 'firebase-scrypt' } }],
      ['passwordFormat', { records: [{}], passwordFormat: { name: 'bcrypt', options: { a: 1 } } }],
    ] as const) {
      const answer = await send(headers, body).expect(400);
      expect([field, answer.body.errors]).toEqual([
        field,
        expect.arrayContaining([expect.objectContaining({ field })]),
      ]);
    }
  });
});

describe('GET /auth/v1/users/export', () => {
  it('gives every user once, in the form in which they can be imported, and without secrets', async () => {
    const user = await createUser(app);
    for (let count = 0; count < 4; count++) await createUser(app);
    const headers = await as('user:read');
    const found: { email: string }[] = [];
    let total = 0;
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = { limit: 2, ...(cursor !== '' && { cursor }) };
      const { body } = await app.request().get('/auth/v1/users/export').query(query).set(headers).expect(200);
      found.push(...(body.items as { email: string }[]));
      ({ nextCursor: cursor, total } = body as { nextCursor: string | null; total: number });
    }
    const emails = found.map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails).toHaveLength(total);
    expect(emails).toContain(user.email);
    expect(JSON.stringify(found)).not.toContain('argon2');
    const [events] = await app.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM audit_log WHERE action = 'user_export.started'`,
    );
    expect(events).toEqual({ count: 1 });
    const again = await send(await as('user:create', 'role:assign', 'rbac:bind'), { records: found });
    expect(again.body).toMatchObject({ imported: 0, present: found.length, refused: [] });
  });

  it('tells the roles to those alone who may see roles', async () => {
    const rolesFor = async (...permissions: PermissionName[]) => {
      const headers = await as('user:read', ...permissions);
      const { body } = await app.request().get('/auth/v1/users/export').set(headers).expect(200);
      return (body.items as { roles?: string[] }[]).flatMap(({ roles }) => roles ?? []);
    };
    expect(await rolesFor()).toEqual([]);
    expect(await rolesFor('role:read')).not.toEqual([]);
  });

  it('needs user:read and its own cursor', async () => {
    const get = (headers: Record<string, string>, query = {}) =>
      app.request().get('/auth/v1/users/export').query(query).set(headers);
    await get(await as('user:create')).expect(403);
    expect((await get(await as('user:read'), { cursor: 'x' }).expect(400)).body.code).toBe('invalid_cursor');
  });
});
