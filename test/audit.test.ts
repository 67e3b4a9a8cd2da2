import { describe, expect, it } from '@jest/globals';
import type { AuditEvent } from '../apps/auth/src/modules/audit/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWithRole, logIn, newEmail, PASSWORD } from './support/people.js';

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
});
