import { describe, expect, it } from '@jest/globals';
import type { AuditEvent } from '../apps/auth/src/modules/audit/index.js';
import { useApp } from './support/app.js';
import {
  bearer,
  createUser,
  createUserWith,
  createUserWithRole,
  logIn,
  newEmail,
  PASSWORD,
} from './support/people.js';

const app = useApp();
const events = (where = ''): Promise<Record<string, unknown>[]> =>
  app.dataSource.query(`SELECT * FROM audit_log ${where} ORDER BY id`);

describe('the audit log', () => {
  it('tells of each administrative change: who, what, before and after, and in which request', async () => {
    const admin = await createUserWithRole(app, 'superuser');
    const headers = { authorization: await bearer(app, admin), 'x-request-id': 'change-7' };
    const send = (method: 'post' | 'patch' | 'put' | 'delete', path: string, body: object = {}) =>
      app.request()[method](`/auth/v1${path}`).set(headers).send(body);
    const { body: user } = await send('post', '/users', { email: newEmail(), password: PASSWORD });
    await send('patch', `/users/${user.id}`, { displayName: 'New' }).expect(200);
    const { body: role } = await send('post', '/roles', { name: 'Auditor', permissions: ['audit:read'] });
    await send('put', `/users/${user.id}/roles/${role.id}`).expect(204);
    await send('delete', `/users/${user.id}/roles/${role.id}`).expect(204);
    await send('put', `/users/${user.id}/password`, { password: `${PASSWORD}!` }).expect(204);
    await send('patch', `/users/${user.id}`, { status: 'disabled' }).expect(200);
    await send('delete', `/users/${user.id}`).expect(204);
    await send('delete', `/roles/${role.id}`).expect(204);

    const told = await events(`WHERE request_id = 'change-7'`);
    expect(told.map(({ action }) => action)).toEqual([
      'user.created',
      'user.updated',
      'role.created',
      'role.permissions_set',
      'role.assigned',
      'role.revoked',
      'user.password_set',
      'user.disabled',
      'user.updated',
      'user.deleted',
      'role.deleted',
    ]);
    for (const event of told) expect(event).toMatchObject({ actor_id: admin.id, outcome: 'success' });
    expect(told[1]).toMatchObject({ before: { displayName: '' }, after: { displayName: 'New' } });
  });

  it('tells of logins, failures and denials', async () => {
    const user = await createUser(app);
    const authorization = await bearer(app, user);
    const wrong = { email: user.email, password: 'not the password at all' };
    await app.request().post('/auth/v1/login').send(wrong).expect(401);
    await app.request().get('/auth/v1/users').set({ authorization }).expect(403);
    const told = await events(`WHERE actor_id = '${user.id}' OR subject_id = '${user.id}'`);
    const of = (action: string, outcome: string) =>
      told.filter((event) => event.action === action && event.outcome === outcome);
    expect(of('auth.login', 'success')).toHaveLength(1);
    expect(of('auth.login', 'failure')).toMatchObject([{ reason: 'invalid_credentials' }]);
    expect(of('access.denied', 'denied')).toMatchObject([{ subject_id: 'user:read' }]);
  });

  it('holds no secret', async () => {
    const user = await createUser(app);
    const tokens = await logIn(app, user.email);
    const { body } = await app.request().post('/auth/v1/refresh').send({ refreshToken: tokens.refreshToken });
    await app.request().post('/auth/v1/refresh').send({ refreshToken: tokens.refreshToken }).expect(401);
    const text = JSON.stringify(await events());
    expect(text).toContain(user.id);
    for (const secret of [PASSWORD, tokens.refreshToken, tokens.accessToken, body.refreshToken, '$argon2'])
      expect(text).not.toContain(secret);
  });

  it('is read in pages, by who may', async () => {
    const admin = await createUserWithRole(app, 'superuser');
    const headers = { authorization: await bearer(app, admin) };
    for (let index = 0; index < 5; index++) await createUser(app);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const answer = await app.request().get(`/auth/v1/audit-log?limit=3${from}`).set(headers).expect(200);
      const page = answer.body as { items: AuditEvent[]; nextCursor: string | null };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual((await events()).map(({ id }) => id).reverse());
    const filtered = await app
      .request()
      .get('/auth/v1/audit-log?action=user.created')
      .set(headers)
      .expect(200);
    expect(filtered.body.items).toHaveLength(6);
    await app.request().get('/auth/v1/audit-log?before=x').set(headers).expect(400);
  });

  it('is filtered by time and request, and refuses what is no time', async () => {
    const admin = await createUserWithRole(app, 'superuser');
    const headers = { authorization: await bearer(app, admin) };
    const list = (query: string) => app.request().get(`/auth/v1/audit-log?${query}`).set(headers);
    await app
      .request()
      .post('/auth/v1/roles')
      .set({ ...headers, 'x-request-id': 'request-9' })
      .send({ name: 'Filtered', permissions: ['user:read'] })
      .expect(201);
    const { body: byRequest } = await list('requestId=request-9').expect(200);
    expect(byRequest.items.map(({ action }: AuditEvent) => action)).toEqual([
      'role.permissions_set',
      'role.created',
    ]);
    const [, { occurredAt }] = byRequest.items as [unknown, { occurredAt: string }];
    const later = new Date(Date.parse(occurredAt) + 1).toISOString();
    for (const [query, count] of [
      [`from=${occurredAt}&to=${later}&action=role.created`, 1],
      [`from=${later}&action=role.created`, 0],
      [`to=${occurredAt}&action=role.created`, 0],
      ['from=1900-01-01&requestId=request-9', 2],
    ] as const)
      expect([query, (await list(query).expect(200)).body.items.length]).toEqual([query, count]);
    const { body } = await list('from=yesterday').expect(400);
    expect(body.errors[0].field).toBe('from');
  });

  it('is exported with its filters, without formulas, and tells of the export', async () => {
    const user = await createUserWith(app, 'audit:read', 'audit:export');
    const headers = { authorization: await bearer(app, user) };
    const download = (query: string) => app.request().get(`/auth/v1/audit-log/export?${query}`).set(headers);
    await app.dataSource.query(
      `INSERT INTO audit_log (id, action, outcome, subject_type, subject_id, reason, after)
       SELECT gen_random_uuid(), 'auth.login', 'failure', 'user', 'many', '=1+1', '{"name": "=2+2"}'
       FROM generate_series(1, 2345)`,
    );
    const csv = await download('format=csv&subjectId=many').expect(200);
    expect(csv.headers).toMatchObject({
      'content-type': expect.stringContaining('text/csv'),
      'content-disposition': expect.stringMatching(/^attachment; filename="audit-log-[\d-]+\.csv"$/),
    });
    const lines = csv.text.trim().split('\n');
    expect(lines).toHaveLength(2346);
    expect(lines[0]).toMatch(/^id,occurredAt,action,outcome,/);
    expect(lines.slice(1).filter((line) => !line.includes(",'=1+1,"))).toEqual([]);

    const jsonl = await download('subjectId=many').buffer(true).expect(200);
    const lineEvents = jsonl.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditEvent);
    expect(new Set(lineEvents.map(({ id }) => id)).size).toBe(2345);
    expect(lineEvents[0]).toMatchObject({ reason: '=1+1', after: { name: '=2+2' }, outcome: 'failure' });

    const told = await events(`WHERE action = 'audit_log.exported'`);
    expect(told).toMatchObject([
      { actor_id: user.id, after: { format: 'csv', filter: { subjectId: 'many' } } },
      { actor_id: user.id, after: { format: 'jsonl', filter: { subjectId: 'many' } } },
    ]);
    await download('format=xml').expect(400);
    const reader = { authorization: await bearer(app, await createUserWith(app, 'audit:read')) };
    await app.request().get('/auth/v1/audit-log/export').set(reader).expect(403);
  });
});
