import { describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { AssignRole, CreateRole } from '../apps/auth/src/modules/rbac/index.js';
import { CreateTeam } from '../apps/auth/src/modules/team/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUser, createUserWith, createUserWithRole, PASSWORD } from './support/people.js';

jest.setTimeout(180_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);
const ORIGIN = 'http://localhost:3000';

const fail = (email: string) =>
  app
    .request()
    .post('/auth/v1/login')
    .send({ email, password: `not ${PASSWORD}` })
    .expect(401);

describe('the look of the panel', () => {
  it('is right by day, by night and on a telephone, without a serious fault for those who cannot see it', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await panel.goTo('/login');
    await panel.look('login');
    await panel.enter(superuser);
    await panel.look('home');
    for (const list of [
      'users',
      'teams',
      'invitations',
      'sessions',
      'roles',
      'resources',
      'permissions',
      'api-keys',
    ]) {
      await panel.goTo(`/resources/${list}`);
      await panel.page.locator('.p-table, .p-empty').waitFor();
      await panel.look(list);
    }
    await panel.page.getByRole('button', { name: 'Filter' }).click();
    await panel.look('filters');
    for (const [name, path] of [
      ['user', `/resources/users/records/${superuser.id}/show`],
      ['user-edit', `/resources/users/records/${superuser.id}/edit`],
      ['role-new', '/resources/roles/actions/new'],
      ['attention', '/pages/attention?kind=roleless'],
      ['search', '/pages/search?text=super'],
    ] as const) {
      await panel.goTo(path);
      await panel.page.getByRole('heading', { level: 1 }).waitFor();
      await panel.look(name);
    }
  });

  it('is worked by the keyboard: past the navigation, into the search, along what was found', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await panel.enter(superuser);
    await panel.page.keyboard.press('Tab');
    expect(await panel.page.evaluate('document.activeElement.className')).toBe('p-skip');
    await panel.page.keyboard.press('Enter');
    expect(await panel.page.evaluate('document.activeElement.id')).toBe('content');
    await panel.page.getByRole('combobox').fill(superuser.email);
    await panel.page.getByRole('option').first().waitFor();
    await panel.page.keyboard.press('ArrowDown');
    await panel.page.keyboard.press('Enter');
    await panel.page.waitForURL(new RegExp(`/users/records/${superuser.id}/show`));
  });

  it('keeps the navigation away on a telephone until it is wanted', async () => {
    await panel.enter(await createUserWithRole(app, 'superuser'));
    await panel.page.setViewportSize({ width: 390, height: 844 });
    const link = panel.page.getByRole('navigation', { name: 'Main navigation' }).getByText('Roles');
    expect(await link.isVisible()).toBe(false);
    await panel.page.getByRole('button', { name: 'Menu' }).click();
    await link.click();
    await panel.page.waitForURL(/resources\/roles/);
    await link.waitFor({ state: 'hidden' });
  });

  it('speaks the language that was chosen, and keeps it and the colours, the login page included', async () => {
    await panel.enter(await createUserWithRole(app, 'superuser'));
    const menu = panel.page.getByRole('banner').locator('details');
    await menu.locator('summary').click();
    await menu.getByLabel('Appearance').selectOption('dark');
    await menu.getByLabel('Language').selectOption('ru');
    await panel.page.getByRole('heading', { name: 'Обзор' }).waitFor();
    expect(await panel.page.getAttribute('html', 'data-scheme')).toBe('dark');
    expect(await panel.page.getAttribute('html', 'lang')).toBe('ru');
    await panel.goTo('/resources/users/actions/new');
    await panel.page.fill('#email', 'nobody');
    await panel.page.click('[data-testid=button-save]');
    await panel.page.getByText('Это не адрес эл. почты.').first().waitFor();
    await panel.look('users-new-russian');
    await panel.goTo('/logout');
    await panel.page.getByRole('button', { name: 'Выйти' }).click();
    await panel.page.getByRole('heading', { name: 'Auth Service' }).waitFor();
    expect(await panel.page.getAttribute('html', 'data-scheme')).toBe('dark');
    await panel.page.getByRole('button', { name: 'English' }).click();
    await panel.page.getByText('Log in to administer users and their rights.').waitFor();
  });

  it('keeps both the colours and the language, however long the first takes', async () => {
    await panel.enter(await createUserWithRole(app, 'superuser'));
    let first = true;
    await panel.page.route('**/preferences', async (route) => {
      if (first) {
        first = false;
        await new Promise((resolve) => setTimeout(resolve, 1500));
      }
      await route.continue();
    });
    const menu = panel.page.getByRole('banner').locator('details');
    await menu.locator('summary').click();
    await menu.getByLabel('Appearance').selectOption('dark');
    await menu.getByLabel('Language').selectOption('ru');
    await panel.page.getByRole('heading', { name: 'Обзор' }).waitFor();
    expect(await panel.page.getAttribute('html', 'data-scheme')).toBe('dark');
    expect(await panel.page.getAttribute('html', 'lang')).toBe('ru');
  });
});

describe('the home page', () => {
  it('tells what happened and what needs attention, each with its list', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const user = await createUser(app);
    const role = await app.app.get(CreateRole).execute({ name: `for a while ${v7()}`, permissions: [] });
    await app.app
      .get(AssignRole)
      .execute(user.id, role.id, { validUntil: new Date(Date.now() + 86_400_000) });
    const throttled = await createUser(app);
    for (let count = 0; count < app.config.loginFailuresPerAccount; count++) await fail(throttled.email);
    await panel.enter(superuser);
    await panel.page.getByRole('img', { name: 'Sign-ins, last 30 days' }).locator('canvas').waitFor();
    for (const [link, subject] of [
      ['Roles that end within 14 days', user.email],
      ['Users without a role', throttled.email],
      ['Accounts slowed down after failures', throttled.email],
    ] as const) {
      await panel.page.getByRole('link', { name: link }).click();
      await panel.page.getByRole('cell', { name: subject }).waitFor();
      await panel.page.goBack();
    }
  });

  it('shows no more than one may see', async () => {
    await panel.enter(await createUserWith(app, 'panel:open', 'session:read'));
    await panel.page.locator('.p-card-link').first().waitFor();
    expect(await panel.page.locator('.p-card-link').count()).toBe(1);
    expect(await panel.page.locator('canvas').count()).toBe(0);
    expect(await panel.page.getByText('Needs attention').count()).toBe(0);
  });
});

describe("the pages' own routes", () => {
  const cookieOf = async (email: string): Promise<string> => {
    const { headers } = await app
      .request()
      .post('/auth/admin/login')
      .type('form')
      .set('origin', ORIGIN)
      .send({ email, password: PASSWORD })
      .expect(303);
    return (headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] ?? '';
  };
  const read = (cookie: string, path: string) =>
    app.request().get(`/auth/admin/api/pages/${path}`).set('cookie', cookie);

  it('finds of each kind what one may read, and nothing of what one may not', async () => {
    const mark = v7().slice(-12);
    const team = await app.app.get(CreateTeam).execute({ name: `team ${mark}` });
    const role = await app.app.get(CreateRole).execute({ name: `role ${mark}`, permissions: [] });
    const superuser = await createUserWithRole(app, 'superuser');
    const all = await read(await cookieOf(superuser.email), `search/read?text=${mark}`).expect(200);
    expect(all.body.found.map(({ kind }: { kind: string }) => kind)).toEqual(['roles', 'teams']);
    expect(all.body.found[0].items[0]).toMatchObject({
      id: role.id,
      href: `/resources/roles/records/${role.id}/show`,
    });
    const reader = await createUserWith(app, 'panel:open', 'team:read');
    const some = await read(await cookieOf(reader.email), `search/read?text=${mark}`).expect(200);
    expect(some.body.found).toMatchObject([{ kind: 'teams', items: [{ id: team.id }] }]);
  });

  it('takes what is described alone, asks for the permission, and knows no other names', async () => {
    const reader = await createUserWith(app, 'panel:open');
    const cookie = await cookieOf(reader.email);
    await read(cookie, 'search/read').expect(400);
    await read(cookie, 'search/read?text=a&other=b').expect(400);
    await read(cookie, 'attention/read?kind=nothing').expect(400);
    const { body } = await read(cookie, 'attention/read?kind=roleless')
      .set('accept-language', 'ru')
      .expect(403);
    expect(body).toMatchObject({ code: 'forbidden', title: 'У вас нет на это права' });
    for (const path of ['nothing/read', 'home/nothing', 'home/constructor', '__proto__/read'])
      await read(cookie, path).expect(404);
    await app.request().post('/auth/admin/api/pages/home/read').set('cookie', cookie).expect(403);
    await app
      .request()
      .post('/auth/admin/api/pages/home/read')
      .set('cookie', cookie)
      .set('origin', ORIGIN)
      .send({})
      .expect(404);
  });

  it('lets strangers see fonts and nothing else', async () => {
    const asset = (name: string) => app.request().get(`/auth/admin/frontend/assets/${name}`);
    await asset('fonts.css').expect(200);
    await asset('fonts/inter-cyrillic-wght-normal.woff2').expect(200);
    await asset('panel.js').expect(401);
    await asset('fonts/../panel.js').expect(401);
    await asset('fonts/%2e%2e/panel.js').expect(401);
  });
});
