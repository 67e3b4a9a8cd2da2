import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { userSorts, type UserView } from '../apps/auth/src/modules/user/index.js';
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
const USERS = '/auth/v1/users';

let authorization: string;
beforeEach(async () => {
  const admin = await createUserWith(
    app,
    'user:read',
    'user:create',
    'user:update',
    'user:delete',
    'user:set_password',
  );
  authorization = await bearer(app, admin);
  // The last one could not be lost; here nobody comes near it.
  await createUserWithRole(app, 'superuser');
});

const get = (path: string) => app.request().get(path).set({ authorization });
const post = (body: object) => app.request().post(USERS).set({ authorization }).send(body);
const patch = (id: string, body: object) =>
  app.request().patch(`${USERS}/${id}`).set({ authorization }).send(body);

describe('users/me', () => {
  it('answers alike from the database and from memory', async () => {
    const user = await createUser(app, { displayName: 'Ünïcode "quoted"', attributes: { team: 'blue' } });
    const own = await bearer(app, user);
    const first = await app.request().get(`${USERS}/me`).set('authorization', own).expect(200);
    const again = await app.request().get(`${USERS}/me`).set('authorization', own).expect(200);
    const withQuery = await app.request().get(`${USERS}/me?x=1`).set('authorization', own).expect(200);
    expect(first.body).toMatchObject({ id: user.id, displayName: 'Ünïcode "quoted"' });
    for (const answer of [again, withQuery]) {
      expect(answer.text).toBe(first.text);
      expect(answer.headers['content-type']).toBe(first.headers['content-type']);
      expect(Object.keys(answer.headers)).toEqual(expect.arrayContaining(Object.keys(first.headers)));
    }
  });

  it('asks for a token and a live session each time, in memory or not', async () => {
    const user = await createUser(app);
    const own = await bearer(app, user);
    await app.request().get(`${USERS}/me`).expect(401);
    for (let round = 0; round < 2; round++)
      await app.request().get(`${USERS}/me`).set('authorization', own).expect(200);
    await app.request().get(`${USERS}/me`).set('authorization', `${own}x`).expect(401);
    await app.request().post('/auth/v1/logout').set('authorization', own).expect(204);
    await app.request().get(`${USERS}/me`).set('authorization', own).expect(401);
  });

  it('shows a change at once', async () => {
    const user = await createUser(app);
    const own = await bearer(app, user);
    for (const displayName of ['One', 'Two']) {
      const me = app.request().patch(`${USERS}/me`).set('authorization', own);
      await me.send({ displayName, attributes: { n: displayName } }).expect(200);
      const { body } = await app.request().get(`${USERS}/me`).set('authorization', own).expect(200);
      expect(body).toMatchObject({ displayName, attributes: { n: displayName } });
    }
  });

  it.each(['email', 'status', 'emailVerified', 'id', 'roles', 'passwordHash', 'version'])(
    'does not let people change their own %s',
    async (field) => {
      const own = await bearer(app, await createUser(app));
      const me = app.request().patch(`${USERS}/me`).set('authorization', own);
      const { body } = await me.send({ [field]: 'x' }).expect(400);
      expect(body.errors).toEqual([expect.objectContaining({ field })]);
    },
  );
});

describe('lists', () => {
  const ids = (page: { items: UserView[] }) => page.items.map(({ id }) => id);

  it('come in pages without gaps or doubles, in every order', async () => {
    for (let index = 0; index < 7; index++) await createUser(app, { displayName: `Same ${index % 2}` });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...userSorts), fc.integer({ min: 1, max: 5 }), async (sort, limit) => {
        const { body: whole } = await get(`${USERS}?sort=${sort}&limit=200`).expect(200);
        const seen: string[] = [];
        let cursor: string | null = '';
        while (cursor !== null) {
          const from: string = cursor === '' ? '' : `&cursor=${cursor}`;
          const answer = await get(`${USERS}?sort=${sort}&limit=${limit}${from}`).expect(200);
          const body = answer.body as { items: UserView[]; nextCursor: string | null };
          expect(body.items.length).toBeLessThanOrEqual(limit);
          seen.push(...ids(body));
          cursor = body.nextCursor;
        }
        expect(seen).toEqual(ids(whole));
        expect(new Set(seen).size).toBe(seen.length);
        const field = sort.replace('-', '') as 'email';
        const values = whole.items.map((user: UserView) => user[field].toLowerCase());
        expect(values).toEqual(
          [...values].sort((a, b) => (a < b ? -1 : 1) * (sort.startsWith('-') ? -1 : 1)),
        );
      }),
      { numRuns: 12 },
    );
  });

  it('go on behind the cursor when somebody joins', async () => {
    for (let index = 0; index < 4; index++) await createUser(app);
    const { body: first } = await get(`${USERS}?sort=createdAt&limit=3`).expect(200);
    const joined = await createUser(app);
    const next = `${USERS}?sort=createdAt&limit=200&cursor=${first.nextCursor}`;
    const rest = ids((await get(next).expect(200)).body);
    expect(rest).toContain(joined.id);
    expect(rest.filter((id) => ids(first).includes(id))).toEqual([]);
  });

  it('are filtered by status and by part of address or name', async () => {
    const disabled = await createUser(app, { displayName: '100% Zoë_' });
    await patch(disabled.id, { status: 'disabled' }).expect(200);
    expect(ids((await get(`${USERS}?status=disabled`)).body)).toEqual([disabled.id]);
    for (const search of ['100%', 'zoë_', disabled.email.slice(2, 12)])
      expect(ids((await get(`${USERS}?search=${encodeURIComponent(search)}`)).body)).toContain(disabled.id);
    expect((await get(`${USERS}?search=${encodeURIComponent('%')}`)).body.items).toHaveLength(1);
    expect((await get(`${USERS}?search=${encodeURIComponent("' OR 1=1")}`)).body.items).toHaveLength(0);
  });

  it.each([
    ['sort=passwordHash', 'sort'],
    ['sort=email;DROP', 'sort'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=x', 'limit'],
    ['status=deleted', 'status'],
    ['passwordHash=x', 'passwordHash'],
    ['search=', 'search'],
    ['search=a&search=b', 'search'],
    [`search=${'x'.repeat(101)}`, 'search'],
    ['cursor=nonsense', 'cursor'],
  ])('refuse %s', async (query, field) => {
    const { body } = await get(`${USERS}?${query}`).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it('refuse the cursor of another order', async () => {
    await createUser(app);
    const { body } = await get(`${USERS}?sort=email&limit=1`).expect(200);
    await get(`${USERS}?sort=-email&limit=1&cursor=${body.nextCursor}`).expect(400);
  });
});

describe('making, changing and deleting', () => {
  it('goes round', async () => {
    const email = newEmail();
    const { body: made } = await post({ email, password: PASSWORD, displayName: 'A' }).expect(201);
    expect(made).toMatchObject({ email, displayName: 'A', status: 'active', version: 1 });
    expect(JSON.stringify(made)).not.toMatch(/hash|argon2/i);
    const { body: changed } = await patch(made.id, { displayName: 'B' }).set('If-Match', '"1"').expect(200);
    expect(changed).toMatchObject({ displayName: 'B', version: 2 });
    await app.request().delete(`${USERS}/${made.id}`).set({ authorization }).expect(204);
    await get(`${USERS}/${made.id}`).expect(404);
    await post({ email, password: PASSWORD }).expect(201);
  });

  it('refuses a version that is not the current one', async () => {
    const { id } = await createUser(app);
    const { body } = await patch(id, { displayName: 'B' }).set('If-Match', '"7"').expect(412);
    expect(body.code).toBe('version_mismatch');
    const malformed = await patch(id, { displayName: 'B' }).set('If-Match', 'seven').expect(400);
    expect(malformed.body.errors[0].field).toBe('If-Match');
    await app.request().delete(`${USERS}/${id}`).set({ authorization, 'If-Match': '"7"' }).expect(412);
  });

  it('refuses an address that is taken, in whatever case', async () => {
    const { email, id } = await createUser(app);
    const { body } = await post({ email: email.toUpperCase() }).expect(409);
    expect(body).toMatchObject({ code: 'already_exists', errors: [{ field: 'email' }] });
    const other = await createUser(app);
    await patch(other.id, { email: email.toUpperCase() }).expect(409);
    await patch(id, { email: email.toUpperCase() }).expect(200);
  });

  it.each([
    [{ email: 'x@example.test', status: 'active' }, 'status'],
    [{ email: 'x@example.test', emailVerified: true }, 'emailVerified'],
    [{ email: 'x@example.test', roles: ['superuser'] }, 'roles'],
    [{ email: 'x@example.test', passwordHash: 'x' }, 'passwordHash'],
    [{ email: 'x@example.test', displayName: 'x'.repeat(201) }, 'displayName'],
    [{ email: 'x@example.test', locale: 'nowhere-at-all-x' }, 'locale'],
    [{ email: 'x@example.test', displayName: 'a\0b' }, 'displayName'],
  ])('refuses to make %j', async (user, field) => {
    const { body } = await post(user).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field })]);
  });

  it.each([
    ['too short', 'fourteen chars'],
    ['too long', 'x'.repeat(1500)],
  ])('refuses a password that is %s', async (_, password) => {
    const { body } = await post({ email: newEmail(), password }).expect(422);
    expect(body.code).toBe('weak_password');
  });

  it('refuses the own address as password, and a huge one quickly', async () => {
    const email = newEmail();
    expect((await post({ email, password: email.toUpperCase() }).expect(422)).body.code).toBe(
      'weak_password',
    );
    const since = Date.now();
    await post({ email, password: 'x'.repeat(1_000_000) }).expect(413);
    expect(Date.now() - since).toBeLessThan(1000);
  });

  it('keeps a password exactly as typed', async () => {
    const password = ` Pässwörd\twith spaces ${'😀'.repeat(30)} `;
    const { email } = await createUser(app, { password });
    await logIn(app, email, password);
    const trimmed = { email, password: password.trim() };
    await app.request().post('/auth/v1/login').send(trimmed).expect(401);
  });

  it('ends all sessions when a user is disabled, deleted or gets another password', async () => {
    for (const end of [
      (id: string) => patch(id, { status: 'disabled' }).expect(200),
      (id: string) => app.request().delete(`${USERS}/${id}`).set({ authorization }).expect(204),
      (id: string) =>
        app
          .request()
          .put(`${USERS}/${id}/password`)
          .set({ authorization })
          .send({ password: 'another long passphrase' })
          .expect(204),
    ]) {
      const user = await createUser(app);
      const tokens = await logIn(app, user.email);
      const own = { authorization: `Bearer ${tokens.accessToken}` };
      await app.request().get(`${USERS}/me`).set(own).expect(200);
      await end(user.id);
      await app.request().get(`${USERS}/me`).set(own).expect(401);
      const { refreshToken } = tokens;
      await app.request().post('/auth/v1/refresh').send({ refreshToken }).expect(401);
      await app.request().post('/auth/v1/login').send({ email: user.email, password: PASSWORD }).expect(401);
    }
  });

  it.each([
    ['nested', { a: { b: 1 } }],
    ['too many', Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, 1]))],
    ['too long', { a: 'x'.repeat(20_000) }],
  ])('refuses attributes that are %s', async (_, attributes) => {
    const { body } = await post({ email: newEmail(), attributes }).expect(422);
    expect(body.code).toBe('invalid_attributes');
    expect(body.errors[0].field).toMatch(/^attributes/);
  });

  it.each(['nonsense', '00000000-0000-0000-0000', "1' OR '1'='1"])('refuses the id %s', async (id) => {
    const { body } = await get(`${USERS}/${encodeURIComponent(id)}`).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'id' })]);
  });
});
