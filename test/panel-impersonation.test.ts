import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PermissionName } from '@auth-service/authorization';
import type { Response } from 'supertest';
import { RevokeRole } from '../apps/auth/src/modules/rbac/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUser, createUserWith, createUserWithRole, PASSWORD } from './support/people.js';

jest.setTimeout(90_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);
const PANEL = '/auth/admin';
const END = `${PANEL}/impersonation/end`;
const ORIGIN = 'http://localhost:3000';
const REASON = 'cannot find the button';

/** The cookies of a browser, by their names. */
class Jar {
  readonly cookies = new Map<string, string>();

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep({ headers }: Response): void {
    for (const header of (headers['set-cookie'] as unknown as string[] | undefined) ?? []) {
      const [name = '', value = ''] = header.split(';', 1)[0]?.split('=') ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  copy(): Jar {
    const copy = new Jar();
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    return copy;
  }

  async get(path: string): Promise<Response> {
    return app.request().get(path).set('cookie', this.header);
  }

  async post(path: string, body: object = {}, origin = ORIGIN): Promise<Response> {
    const answer = await app.request().post(path).set({ cookie: this.header, origin }).send(body);
    this.keep(answer);
    return answer;
  }
}

async function enter({ email }: Pick<UserView, 'email'>): Promise<Jar> {
  const jar = new Jar();
  const answer = await app
    .request()
    .post(`${PANEL}/login`)
    .type('form')
    .set('origin', ORIGIN)
    .send({ email, password: PASSWORD })
    .expect(303);
  jar.keep(answer);
  return jar;
}

const begin = (jar: Jar, { id }: Pick<UserView, 'id'>, reason = REASON) =>
  jar.post(`${PANEL}/api/impersonation`, { userId: id, reason });

/** Who a browser is in the panel: their address, and that of who acts in their name; null for a stranger. */
async function whoIs(jar: Jar): Promise<[string, string | null] | null> {
  const { status, text } = await jar.get(PANEL);
  if (status !== 200) return null;
  const state = JSON.parse(/id="panel-state">([^]*?)<\/script>/.exec(text)?.[1] ?? '') as {
    adminjs: { session: { email: string } };
    impersonator: { email: string } | null;
  };
  return [state.adminjs.session.email, state.impersonator?.email ?? null];
}

const RIGHTS: PermissionName[] = [
  'panel:open',
  'user:read',
  'user:impersonate',
  'session:read',
  'audit:read',
];
const lately = (jar: Jar) => jar.get(`${PANEL}/api/pages/attention/read`);

let admin: UserView;
let person: UserView;
let jar: Jar;
beforeEach(async () => {
  admin = await createUserWith(app, ...RIGHTS);
  person = await createUserWith(app, 'panel:open', 'user:read', 'user:impersonate');
  jar = await enter(admin);
});

describe('acting in the name of somebody else in the panel', () => {
  it('begins with a session of its own, and ends in the one before under a new secret', async () => {
    const before = jar.copy();
    const answer = await begin(jar, person);
    expect([answer.status, answer.body]).toEqual([200, { location: PANEL }]);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /auth-own-session=[^;]+;[^,]*HttpOnly; SameSite=Strict/,
    );
    expect(await whoIs(jar)).toEqual([person.email, admin.email]);

    const aside = jar.copy();
    const ended = await jar.post(END);
    expect([ended.status, ended.headers.location]).toEqual([303, `${PANEL}/pages/user?id=${person.id}`]);
    expect(await whoIs(jar)).toEqual([admin.email, null]);
    expect([...jar.cookies.keys()]).not.toContain('auth-own-session');

    // What was kept aside opens nothing any more, alone or with the cookie beside it.
    expect(await whoIs(before)).toBeNull();
    const again = await aside.post(END);
    expect([again.headers.location, again.headers['set-cookie']]).toEqual([`${PANEL}/login`, undefined]);
    expect(await whoIs(jar)).toEqual([admin.email, null]);
  });

  it('leads to the pages of the account where the person may not open the panel', async () => {
    const member = await createUser(app);
    expect((await begin(jar, member)).body).toEqual({ location: '/auth/account' });
    const page = await jar.get('/auth/account');
    expect(page.text).toContain(`You act in the name of ${member.email}.`);
    expect(page.text).toContain(admin.email);
    const refused = await jar.post('/auth/account/profile', { displayName: 'x', version: 1 });
    expect([refused.status, refused.text]).toEqual([
      403,
      expect.stringContaining('cannot be done in the name of somebody else'),
    ]);
    expect((await jar.post('/auth/account/confirm', { method: 'password', password: PASSWORD })).status).toBe(
      403,
    );
    await jar.post(END);
    expect(await whoIs(jar)).toEqual([admin.email, null]);
  });

  it('is over for good when it has expired, and the way back stays', async () => {
    await begin(jar, person);
    await app.dataSource.query(
      `UPDATE sessions SET expires_at = now() WHERE impersonator_id = $1 AND ended_at IS NULL`,
      [admin.id],
    );
    expect(await whoIs(jar)).toBeNull();
    expect((await lately(jar)).status).toBe(401);
    expect((await jar.get(`${PANEL}/login`)).text).toContain('Back to your own session');
    await jar.post(END);
    expect(await whoIs(jar)).toEqual([admin.email, null]);
  });

  it('ends with logging out, the own session too', async () => {
    await begin(jar, person);
    const aside = jar.copy();
    await jar.post(`${PANEL}/logout`);
    expect(await whoIs(aside)).toBeNull();
    const own = aside.copy();
    own.cookies.set('auth-session', aside.cookies.get('auth-own-session') ?? '');
    expect(await whoIs(own)).toBeNull();
    await aside.post(END);
    expect(await whoIs(aside)).toBeNull();
  });

  it('ends when the right is taken away, at the next click', async () => {
    await begin(jar, person);
    expect(await whoIs(jar)).toEqual([person.email, admin.email]);
    const [assignment] = await app.dataSource.query<{ role_id: string }[]>(
      'SELECT role_id FROM role_assignments WHERE user_id = $1',
      [admin.id],
    );
    await app.app.get(RevokeRole).execute(admin.id, assignment?.role_id ?? '');
    expect(await whoIs(jar)).toBeNull();
  });
});

describe('nobody', () => {
  const expectRefused = ({ status, body }: Response, ...expected: [number, string]) =>
    expect([status, body.code]).toEqual(expected);

  it('begins or ends it from another site', async () => {
    const foreign = 'https://elsewhere.example';
    expectRefused(
      await jar.post(`${PANEL}/api/impersonation`, { userId: person.id, reason: REASON }, foreign),
      403,
      'cross_site_request',
    );
    expect(await whoIs(jar)).toEqual([admin.email, null]);
    await begin(jar, person);
    expect((await jar.post(END, {}, foreign)).status).toBe(403);
    expect((await jar.get(END)).status).toBe(404);
    expect(await whoIs(jar)).toEqual([person.email, admin.email]);
  });

  it('gets somebody else into a session of their own by a cookie that they put in', async () => {
    await begin(jar, person);
    const attacker = await enter(await createUserWith(app, 'panel:open'));
    const fixed = jar.copy();
    fixed.cookies.set('auth-own-session', attacker.cookies.get('auth-session') ?? '');
    const answer = await fixed.post(END);
    expect([answer.headers.location, answer.headers['set-cookie']]).toEqual([`${PANEL}/login`, undefined]);
    expect(await whoIs(jar)).toEqual([person.email, admin.email]);

    const stolen = attacker.copy();
    stolen.cookies.set('auth-own-session', jar.cookies.get('auth-own-session') ?? '');
    await stolen.post(END);
    expect(await whoIs(stolen)).toEqual([expect.any(String), null]);
    expect((await whoIs(stolen))?.[0]).not.toBe(admin.email);
  });

  it('acts without the right, without a reason, above their own rights, twice over or after a login long ago', async () => {
    const stranger = await enter(await createUserWith(app, 'panel:open', 'user:read'));
    expectRefused(await begin(stranger, person), 403, 'forbidden');
    const { body } = await begin(jar, person, '  a ');
    expect([body.code, body.errors[0].field]).toEqual(['invalid_request', 'reason']);
    expectRefused(
      await begin(jar, await createUserWithRole(app, 'administrator')),
      403,
      'escalation_refused',
    );
    expectRefused(await begin(jar, admin), 409, 'impersonation_refused');
    await app.dataSource.query(
      `UPDATE sessions SET authenticated_at = now() - interval '1 day' WHERE user_id = $1`,
      [admin.id],
    );
    expectRefused(await begin(jar, person), 401, 'insufficient_user_authentication');
    await app.dataSource.query(`UPDATE sessions SET authenticated_at = now() WHERE user_id = $1`, [admin.id]);
    await begin(jar, person);
    expectRefused(await begin(jar, await createUser(app)), 403, 'not_while_impersonating');
  });
});

describe('in a browser', () => {
  const goToUser = ({ id }: UserView) => panel.goTo(`/pages/user?id=${id}`);
  const press = (name: string) => panel.page.getByRole('button', { name, exact: true }).click();
  const openDialog = async (user: UserView) => {
    await goToUser(user);
    await press('Act as this user');
    await panel.page.getByRole('dialog').waitFor();
  };

  it('shows what it means, a banner on each page, and both names afterwards', async () => {
    const { page } = panel;
    await panel.enter(admin);
    await openDialog(person);
    await page.getByText('It ends by itself after 30 minutes').waitFor();
    expect(await page.getByRole('button', { name: 'Begin' }).isDisabled()).toBe(true);
    await page.getByLabel('Reason').fill(REASON);
    await panel.look('impersonation-dialog');
    await press('Begin');
    await page.getByTestId('acting').getByText(person.email).waitFor();
    await panel.look('impersonation-home');
    for (const path of [
      '',
      '/resources/users',
      `/pages/user?id=${admin.id}`,
      `/resources/users/records/${admin.id}/show`,
    ]) {
      await panel.goTo(path);
      await page.getByTestId('acting').getByText(admin.email).waitFor();
    }
    expect(await page.getByRole('button', { name: 'Act as this user' }).count()).toBe(0);

    await press('End');
    await page.getByRole('heading', { name: person.email }).waitFor();
    expect(await page.getByTestId('acting').count()).toBe(0);
    await page.getByText(`by ${admin.email}`).first().waitFor();
    await page.getByText(`${admin.email} in their name`).waitFor();
    await panel.look('impersonation-ended');
    await panel.goTo('/pages/audit');
    await page
      .getByRole('row')
      .filter({ hasText: 'Session ended' })
      .filter({ hasText: person.email })
      .filter({ hasText: admin.email })
      .first()
      .waitFor();
    await panel.look('impersonation-audit');
    await panel.goTo('/resources/sessions');
    await page
      .getByRole('row')
      .filter({ hasText: person.email })
      .filter({ hasText: admin.email })
      .first()
      .waitFor();
  });

  it('goes on at the pages of the account, with the banner and the way back', async () => {
    const { page } = panel;
    const member = await createUser(app, { displayName: 'Mia' });
    await panel.enter(admin);
    await openDialog(member);
    await page.getByText('They may not open the panel').waitFor();
    await page.getByLabel('Reason').fill(REASON);
    await press('Begin');
    await page.getByText(`You act in the name of ${member.email}.`).waitFor();
    await panel.look('impersonation-account');
    await panel.goTo('');
    await page.getByRole('button', { name: 'Back to your own session' }).waitFor();
    await panel.look('impersonation-way-back');
    await press('Back to your own session');
    await page.getByRole('heading', { name: 'Mia' }).waitFor();
  });

  it('draws a page anew that another tab has left behind, before it does anything', async () => {
    const { page, context } = panel;
    await panel.enter(admin);
    await goToUser(person);
    await page.getByRole('heading', { name: person.email }).waitFor();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Act as this user' }).click();
    await other.getByLabel('Reason').fill(REASON);
    await other.getByRole('button', { name: 'Begin' }).click();
    await other.getByTestId('acting').waitFor();
    await press('Act as this user');
    await page.getByTestId('acting').getByText(person.email).waitFor();
    await other.getByRole('button', { name: 'End' }).click();
    await other.getByRole('heading', { name: person.email }).waitFor();
    await page.getByRole('link', { name: 'Users', exact: true }).click();
    await page.getByTestId('acting').waitFor({ state: 'detached' });
    // The browser says so of the answers 401, and of nothing else.
    expect(panel.faults.splice(0).filter((fault) => !fault.includes('401'))).toEqual([]);
  });

  it('says why it cannot be, and what to do first', async () => {
    const { page } = panel;
    await panel.enter(admin);
    await openDialog(await createUserWith(app, 'team:read'));
    await page.getByText('This is not possible. You do not hold team:read.').waitFor();
    await panel.look('impersonation-refused');
    await app.dataSource.query(
      `UPDATE sessions SET authenticated_at = now() - interval '1 day' WHERE user_id = $1`,
      [admin.id],
    );
    await openDialog(person);
    await page.getByRole('link', { name: 'Confirm who you are' }).click();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.locator('main button').first().click();
    await page.getByRole('heading', { name: person.email }).waitFor();
    await press('Act as this user');
    await page.getByLabel('Reason').waitFor();
  });
});
