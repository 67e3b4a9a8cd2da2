import { describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { AssignRole, CreateRole } from '../apps/auth/src/modules/rbac/index.js';
import { CreateTeam } from '../apps/auth/src/modules/team/index.js';
import type { PermissionName } from '@auth-service/authorization';
import { useApp } from './support/app.js';
import {
  bearer,
  createUser,
  createUserWith,
  createUserWithRole,
  newEmail,
  PASSWORD,
} from './support/people.js';

const app = useApp();
const PANEL = '/auth/admin';
const ORIGIN = 'http://localhost:3000';

const postLogin = (fields: object) => app.request().post(`${PANEL}/login`).type('form').send(fields);

/** Logs in to the panel and answers the cookie. */
async function enter({ email }: { email: string }): Promise<string> {
  const { headers } = await postLogin({ email, password: PASSWORD }).set('origin', ORIGIN).expect(303);
  return cookieOf(headers['set-cookie'] as unknown as string[]);
}

const cookieOf = (headers: readonly string[]) => headers[0]?.split(';')[0] ?? '';
const get = (cookie: string, path: string) => app.request().get(`${PANEL}${path}`).set('cookie', cookie);
const post = (cookie: string, path: string, body: object = {}) =>
  app.request().post(`${PANEL}${path}`).set('cookie', cookie).set('origin', ORIGIN).send(body);

async function superuser(): Promise<{ id: string; cookie: string }> {
  const { id, email } = await createUserWithRole(app, 'superuser');
  return { id, cookie: await enter({ email }) };
}

async function personWith(...permissions: PermissionName[]): Promise<string> {
  return enter(await createUserWith(app, 'panel:open', ...permissions));
}

const noticeOf = ({ body }: Response) => (body as { notice?: { type: string; message: string } }).notice;

describe("the panel's login", () => {
  it('is a page without scripts, with the security headers', async () => {
    const { headers, text } = await app.request().get(`${PANEL}/login`).expect(200);
    expect(text).not.toMatch(/<script|https?:/);
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });

  it.each([
    ['no origin at all', {}],
    ['another origin', { origin: 'https://evil.example' }],
    ['the origin null', { origin: 'null' }],
    ['another site, by Fetch Metadata', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
  ])('refuses a form from %s', async (_, headers) => {
    const user = await createUserWithRole(app, 'superuser');
    const answer = await postLogin({ email: user.email, password: PASSWORD }).set(headers).expect(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('answers unknown and wrong alike, and shows what was typed as text', async () => {
    const user = await createUserWithRole(app, 'superuser');
    const wrong = await postLogin({ email: user.email, password: 'wrong' }).set('origin', ORIGIN).expect(401);
    const unknown = await postLogin({ email: newEmail(), password: 'wrong' })
      .set('origin', ORIGIN)
      .expect(401);
    const plain = ({ text }: Response) => text.replace(/value="[^"]*"/, '');
    expect(plain(unknown)).toBe(plain(wrong));
    const markup = await postLogin({ email: '"><script>', password: 'x' }).set('origin', ORIGIN).expect(401);
    expect(markup.text).not.toContain('<script>');
  });

  it('refuses who may not open the panel, and gives no cookie', async () => {
    const user = await createUser(app);
    const answer = await postLogin({ email: user.email, password: PASSWORD })
      .set('origin', ORIGIN)
      .expect(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('gives a new session each time and ends the one before', async () => {
    const user = await createUserWithRole(app, 'superuser');
    const first = await enter(user);
    const answer = await postLogin({ email: user.email, password: PASSWORD })
      .set({ origin: ORIGIN, cookie: first })
      .expect(303);
    const second = cookieOf(answer.headers['set-cookie'] as unknown as string[]);
    expect(second).not.toBe(first);
    await get(first, '/api/pages/home/read').expect(401);
    await get(second, '/api/pages/home/read').expect(200);
  });

  it('takes no multipart', () =>
    app.request().post(`${PANEL}/login`).set('origin', ORIGIN).field('email', 'a').expect(415));
});

describe("the panel's gate", () => {
  it('lets nobody in without a session', async () => {
    await app.request().get(`${PANEL}/resources/users`).expect(303).expect('location', `${PANEL}/login`);
    await app.request().get(`${PANEL}/api/resources/users/actions/list`).expect(401);
    await app.request().get(`${PANEL}/frontend/assets/panel.js`).expect(401);
    await get('auth-session=forged', '/api/pages/home/read').expect(401);
  });

  it('sends pages whose scripts carry the nonce of the policy', async () => {
    const { cookie } = await superuser();
    const { text, headers } = await get(cookie, '').expect(200);
    const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy'] ?? '')?.[1] ?? 'none';
    expect(text.match(/<script/g)?.length).toBe(text.split(`<script nonce="${nonce}"`).length - 1);
    expect(text).not.toContain('googleapis');
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    const again = await get(cookie, '').expect(200);
    expect(again.headers['content-security-policy']).not.toBe(headers['content-security-policy']);
  });

  it('changes nothing for another site, and nothing by GET', async () => {
    const { id, cookie } = await superuser();
    const other = await createUser(app);
    await post(cookie, `/api/resources/users/records/${other.id}/disable`)
      .set('origin', 'https://evil.example')
      .expect(403);
    await get(cookie, `/api/resources/users/records/${other.id}/disable`).expect(405);
    await get(cookie, `/api/resources/users/records/${other.id}/delete`).expect(405);
    await get(cookie, '/logout').expect(200);
    await get(cookie, `/api/resources/users/records/${id}/show`).expect(200);
  });

  it('closes at the next request when a role is taken away', async () => {
    const user = await createUser(app);
    const role = await app.app
      .get(CreateRole)
      .execute({ name: 'opener', permissions: ['panel:open', 'user:read'] });
    await app.app.get(AssignRole).execute(user.id, role.id);
    const cookie = await enter(user);
    await get(cookie, '/api/resources/users/actions/list').expect(200);
    const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
    await app
      .request()
      .delete(`/auth/v1/users/${user.id}/roles/${role.id}`)
      .set({ authorization })
      .expect(204);
    await get(cookie, '/api/resources/users/actions/list').expect(401);
  });

  it.each([
    ['/api/resources/users/actions/list?filters.passwordHash=a', 'filters.passwordHash'],
    ['/api/resources/users/actions/list?filters.constructor=a', 'filters.constructor'],
    ['/api/resources/users/actions/list?filters.__proto__=a', 'filters.__proto__'],
    ['/api/resources/users/actions/list?filters.email=a', 'filters.email'],
    ['/api/resources/users/actions/list?filters.status=gone', 'filters.status'],
    ['/api/resources/users/actions/list?sortBy=passwordHash', 'sortBy'],
    ['/api/resources/users/actions/list?sortBy=id', 'sortBy'],
    ['/api/resources/users/actions/list?page=-1', 'page'],
    ['/api/resources/users/actions/list?page=100000000', 'page'],
    ['/api/resources/sessions/actions/list?filters.userId=x', 'filters.userId'],
  ])('refuses %s', async (path, field) => {
    const { cookie } = await superuser();
    const { body } = await get(cookie, path).expect(400);
    expect(body.errors[0].field).toBe(field);
  });

  it.each([
    '/api/resources/nothing/actions/list',
    '/api/resources/users/actions/constructor',
    '/api/resources/users/actions/bulkDelete',
    '/api/resources/users/records/1/show',
    '/api/resources/users/records/01900000-0000-7000-8000-000000000000/show',
    '/nothing',
  ])('knows no %s', async (path) => {
    const { cookie } = await superuser();
    await get(cookie, path).expect(404);
  });

  it('finds people by a part of their name or address', async () => {
    const { cookie } = await superuser();
    const { email } = await createUser(app);
    const { body } = await get(cookie, `/api/resources/users/actions/search/${email.slice(0, -5)}`).expect(
      200,
    );
    expect(body.records).toMatchObject([{ title: email }]);
  });

  it('takes plain JSON forms of a bounded size', async () => {
    const { cookie } = await superuser();
    const path = '/api/resources/users/actions/new';
    await post(cookie, path, { email: { $ne: 1 } }).expect(400);
    await post(cookie, path, { email: 'a\0@example.test' }).expect(400);
    await post(cookie, path, { email: 'x'.repeat(300_000) }).expect(413);
    await post(cookie, path).type('text/plain').send('email=a').expect(415);
    const multipart = app.request().post(`${PANEL}${path}`).set({ cookie, origin: ORIGIN });
    await multipart.attach('file', Buffer.from('x'), 'x.txt').expect(415);
  });
});

describe("the panel's permissions", () => {
  it('asks for the permission of each action, and audits a denial', async () => {
    const cookie = await personWith('user:read', 'audit:read');
    const user = await createUser(app);
    await post(cookie, '/api/resources/users/actions/new', { email: newEmail() }).expect(403);
    await post(cookie, `/api/resources/users/records/${user.id}/edit`, { displayName: 'x' }).expect(403);
    await post(cookie, `/api/resources/users/records/${user.id}/disable`).expect(403);
    await post(cookie, `/api/resources/users/records/${user.id}/delete`).expect(403);
    await get(cookie, '/api/resources/roles/actions/list').expect(403);
    const { body } = await get(cookie, '/api/pages/audit/list?outcome=denied').expect(200);
    expect(body.items).toHaveLength(5);
  });

  it('hides and keeps the roles of a user from those who may not see them', async () => {
    const cookie = await personWith('user:read', 'user:update', 'role:assign');
    const user = await createUserWith(app, 'own_profile:read');
    const shown = await get(cookie, `/api/resources/users/records/${user.id}/show`).expect(200);
    expect(shown.body.record.params).not.toHaveProperty('roles');
    expect(shown.body.record.params).not.toHaveProperty('effective');
    await post(cookie, `/api/resources/users/records/${user.id}/edit`, {
      email: user.email,
      roles: '[]',
    }).expect(200);
    const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
    const { body } = await app
      .request()
      .get(`/auth/v1/users/${user.id}/roles`)
      .set({ authorization })
      .expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('shows no secret and writes no field that is not of the form', async () => {
    const { cookie } = await superuser();
    const user = await createUser(app);
    const path = `/api/resources/users/records/${user.id}`;
    const { body } = await get(cookie, `${path}/show`).expect(200);
    expect(JSON.stringify(body.record.params)).not.toMatch(/argon|hash|secret/i);
    const forged = {
      email: user.email,
      status: 'disabled',
      emailVerified: 'true',
      passwordHash: 'x',
      id: 'y',
    };
    await post(cookie, `${path}/edit`, forged).expect(200);
    const after = await get(cookie, `${path}/show`).expect(200);
    expect(after.body.record.params).toMatchObject({ id: user.id, status: 'active' });
  });

  it('lets nobody give more than they hold, and saves nothing of a refused form', async () => {
    const cookie = await personWith('user:read', 'user:create', 'role:read', 'role:assign');
    const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
    const roles = await app
      .request()
      .get('/auth/v1/roles?search=superuser')
      .set({ authorization })
      .expect(200);
    const email = newEmail();
    const answer = await post(cookie, '/api/resources/users/actions/new', {
      email,
      password: PASSWORD,
      roles: JSON.stringify([roles.body.items[0].id]),
    });
    expect(noticeOf(answer)).toMatchObject({ type: 'error' });
    const { body } = await get(cookie, `/api/resources/users/actions/list?filters.search=${email}`).expect(
      200,
    );
    expect(body.records).toEqual([]);
  });

  it('changes roles and teams on their own pages alone, where it is previewed', async () => {
    const { cookie } = await superuser();
    await app.app.get(CreateTeam).execute({ name: 'previewed' });
    for (const kind of ['roles', 'teams']) {
      const { body } = await get(cookie, `/api/resources/${kind}/actions/list`).expect(200);
      const id = (body.records as { id: string }[])[0]?.id;
      for (const action of ['edit', 'delete']) {
        const { status } = await post(cookie, `/api/resources/${kind}/records/${id}/${action}`, {
          name: 'mine',
        });
        expect([kind, action, status]).toEqual([kind, action, 403]);
      }
    }
  });

  it('tells that somebody else was quicker', async () => {
    const { cookie } = await superuser();
    const user = await createUser(app);
    const path = `/api/resources/users/records/${user.id}/edit`;
    const form = { email: user.email, version: user.version };
    expect(noticeOf(await post(cookie, path, { ...form, givenName: 'Ada' }))).toMatchObject({
      type: 'success',
    });
    expect(noticeOf(await post(cookie, path, { ...form, givenName: 'Eve' }))).toMatchObject({
      type: 'error',
    });
  });
});
