import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { v7 } from 'uuid';
import { ListSubjectHistory } from '../apps/auth/src/modules/audit/index.js';
import {
  AssignRole,
  CreateRole,
  SaveSeparationOfDuty,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam } from '../apps/auth/src/modules/team/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { CreateVisibilityGroup, MoveMember } from '../apps/auth/src/modules/visibility-group/index.js';
import { useCommittingApps } from './support/app.js';
import { openBrowser } from './support/browser.js';
import {
  createUser,
  createUserWith,
  createUserWithRole,
  logIn,
  newEmail,
  PASSWORD,
} from './support/people.js';

jest.setTimeout(120_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const SHOTS = 'reports/panel';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let origin: string;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  await app.app.listen(0, '127.0.0.1');
  origin = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  faults.length = 0;
  context = await browser.newContext({ locale: 'en', viewport: { width: 1366, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      faults.push(`outside: ${request.url()}`);
  });
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

const goTo = (path: string) => page.goto(`${origin}/auth/admin${path}`);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const confirm = () => page.locator('dialog[open]').getByRole('button', { name: 'Confirm' }).click();
const apply = async (reason = '') => {
  await page.getByLabel('Why? (optional)').fill(reason);
  await page.getByTestId('apply-change').click();
  await page.getByTestId('change-preview').waitFor({ state: 'detached' });
};
const says = (text: string) => page.getByText(text, { exact: true }).first().waitFor();

async function enter({ email }: Pick<UserView, 'email'>): Promise<void> {
  await goTo('');
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForSelector('[data-testid=panel-dashboard]');
}

/** Pictures by day, by night and on a telephone, none of which axe finds seriously wrong. */
async function look(name: string): Promise<void> {
  for (const [kind, scheme, width] of [
    ['light', 'light', 1366],
    ['dark', 'dark', 1366],
    ['phone', 'light', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    // The content scrolls, not the window; a window that high shows all of it.
    const height = await page.evaluate<number>('document.getElementById("content").scrollHeight + 80');
    await page.setViewportSize({ width, height: Math.max(900, Math.min(height, 5000)) });
    await page.screenshot({ path: `${SHOTS}/${name}-${kind}.png` });
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.evaluate(axe);
    const serious = await page.evaluate<string[]>(`axe.run().then(({ violations }) => violations
      .filter(({ impact }) => ['serious', 'critical'].includes(impact))
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`);
    expect(serious).toEqual([]);
  }
  await page.setViewportSize({ width: 1366, height: 900 });
}

/** Somebody with a role that inherits, a team, a group and a session. */
async function somebody() {
  const user = await createUser(app, {
    email: newEmail(),
    displayName: 'Ada Example',
    attributes: { department: 'sales' },
  });
  const parent = await app.app
    .get(CreateRole)
    .execute({ name: `Reader ${v7()}`, permissions: ['audit:read', 'user:*'] });
  const role = await app.app.get(CreateRole).execute({ name: `Seller ${v7()}` });
  await app.app.get(SetRoleParents).execute(role.id, [parent.id]);
  await app.app.get(AssignRole).execute(user.id, role.id);
  const team = await app.app.get(CreateTeam).execute({ name: `North ${v7()}` });
  await app.app.get(AddTeamMembers).execute(team.id, [user.id]);
  const group = await app.app.get(CreateVisibilityGroup).execute({ name: `Germany ${v7()}` });
  await app.app.get(MoveMember).execute(group.id, user.id);
  await logIn(app, user.email);
  return { user, parent, role, team, group };
}

describe("a user's page", () => {
  it('shows all that belongs to somebody, and where each permission comes from', async () => {
    const { user, parent, role, team, group } = await somebody();
    await enter(await createUserWithRole(app, 'superuser'));
    await goTo(`/resources/users/records/${user.id}/show`);
    await page.waitForURL(/\/pages\/user\?id=/);
    await page.getByRole('heading', { level: 1, name: 'Ada Example' }).waitFor();
    for (const text of [user.email, role.name, team.name, group.name, 'department', 'sales'])
      await page.getByText(text).first().waitFor();
    const permissions = page.getByRole('region', { name: 'What they may do, and why' });
    await permissions
      .getByRole('row', { name: new RegExp(`^audit:read role ${role.name}.*role ${parent.name}`) })
      .waitFor();
    await page.getByLabel('Find a permission').fill('user:d');
    await permissions.getByRole('row', { name: /^audit:read/ }).waitFor({ state: 'detached' });
    await permissions.getByRole('row', { name: /^user:delete .*user:\*/ }).waitFor();
    expect(await permissions.getByRole('row').count()).toBe(2);

    await page.locator('details.p-story summary').first().click();
    await page.getByText(/Logged in with the password from/).waitFor();
    await look('user');
  });

  it('changes the profile, gives a role for a time and takes it, moves and adds', async () => {
    const { user } = await somebody();
    const other = await app.app.get(CreateTeam).execute({ name: `South ${v7()}` });
    await enter(await createUserWithRole(app, 'superuser'));
    await goTo(`/pages/user?id=${user.id}`);
    await press('Edit profile');
    await page.getByLabel('Display name').fill('Grace Example');
    await page.getByLabel('E-mail').fill('nonsense');
    await press('Save');
    await page.getByText('This is no e-mail address.').first().waitFor();
    // The browser itself notes the answer 400.
    faults.splice(0);
    await page.getByLabel('E-mail').fill(user.email);
    await page.getByLabel('Attributes').fill('{ "department": "support" }');
    await press('Save');
    await page.getByRole('heading', { level: 1, name: 'Grace Example' }).waitFor();
    await says('support');

    await page.getByLabel('Give a role').selectOption({ label: 'administrator' });
    await page.getByLabel('Until (empty: for good)').fill('2090-01-31T12:00');
    await page.locator('form', { hasText: 'Give a role' }).getByRole('button', { name: 'Apply' }).click();
    await says('It changes what 1 person may do or see.');
    await apply('Helps out');
    await page.getByText(/^until Jan 31, 2090/).waitFor();
    await press('Take away administrator');
    await apply();
    await page.getByRole('button', { name: 'Take away administrator' }).waitFor({ state: 'detached' });
    const { items } = await app.app
      .get(ListSubjectHistory)
      .execute({ subjectType: 'user', subjectId: user.id }, { limit: 2 });
    expect(items).toMatchObject([
      { action: 'role.revoked', reason: null },
      { action: 'role.assigned', reason: 'Helps out' },
    ]);

    await page.getByLabel('Add to a team').selectOption({ label: other.name });
    await page.locator('form', { hasText: 'Add to a team' }).getByRole('button', { name: 'Apply' }).click();
    await apply();
    await page.getByRole('button', { name: `Remove from ${other.name}` }).waitFor();
  });

  it('forces a new password, ends sessions, disables, enables and closes', async () => {
    const { user } = await somebody();
    const authorization = async () => `Bearer ${(await logIn(app, user.email)).accessToken}`;
    const me = (header: string) => app.request().get('/auth/v1/users/me').set('authorization', header);
    const session = await authorization();
    await enter(await createUserWithRole(app, 'superuser'));
    await goTo(`/pages/user?id=${user.id}`);
    await press('End all sessions');
    await confirm();
    await says('Ended.');
    await me(session).expect(401);

    await press('Disable');
    await confirm();
    await says('disabled');
    await press('Enable');
    await confirm();
    await says('active');
    await me(await authorization()).expect(200);

    await press('Force password reset');
    await confirm();
    await page.getByText('password withdrawn').first().waitFor();
    await app.request().post('/auth/v1/login').send({ email: user.email, password: PASSWORD }).expect(401);
    await press('Close the account');
    await confirm();
    await page.waitForURL(/\/resources\/users/);
    await goTo(`/pages/user?id=${user.id}`);
    await says('Not found');
    // The browser itself notes the answer 404.
    faults.splice(0);
  });

  it('shows and offers no part beyond what one may', async () => {
    const { user } = await somebody();
    await enter(await createUserWith(app, 'panel:open', 'user:read', 'session:read'));
    await goTo(`/pages/user?id=${user.id}`);
    await page.getByRole('heading', { name: 'Sessions' }).waitFor();
    expect(await page.locator('main h2').allTextContents()).toEqual(['Profile', 'Sessions']);
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
    const call = (action: string, data: object) =>
      context.request.post(`${origin}/auth/admin/api/pages/user/${action}`, { data, headers: { origin } });
    for (const action of ['disable', 'forceReset', 'close', 'resetFactors', 'endSessions'])
      expect((await call(action, { id: user.id })).status()).toBe(403);
    const read = await context.request.get(`${origin}/auth/admin/api/pages/user/permissions?id=${user.id}`);
    expect(read.status()).toBe(403);
    await logIn(app, user.email);
  });
});

describe('many users', () => {
  it('are given a role, with a result for each', async () => {
    const mark = v7();
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, index) => createUser(app, { displayName: `Person ${index} ${mark}` })),
    );
    const role = await app.app
      .get(CreateRole)
      .execute({ name: `Helper ${v7()}`, permissions: ['session:read'] });
    await enter(await createUserWithRole(app, 'superuser'));
    await goTo('/resources/users');
    await page.getByText('Change many', { exact: true }).click();
    await page.waitForURL(/\/pages\/many-users/);
    await page.getByLabel('E-mail or name contains').fill(mark);
    await page.getByLabel(`Choose ${people[0]?.email ?? ''}`, { exact: true }).waitFor();
    await page.waitForFunction('document.querySelectorAll("tbody tr").length === 12');
    await page.getByLabel('Choose all in this list').check();
    await says('12 chosen');
    await page.getByLabel('Change', { exact: true }).and(page.locator('select')).selectOption('giveRole');
    await page.getByLabel('Role', { exact: true }).selectOption({ label: role.name });
    await look('many-users');
    await press('Apply');
    await page.getByText(`Give ${role.name} to 12 users?`).waitFor();
    await page.getByText('It changes what 12 people may do or see.').waitFor();
    await page.getByText('gains 1 permission:').waitFor();
    await look('many-users-preview');
    await apply('They help out');
    await page.getByText('Done: 12. Refused: 0.').waitFor();
    await look('many-users-results');
    const held = await app.dataSource.query<{ userId: string }[]>(
      'SELECT user_id AS "userId" FROM role_assignments WHERE role_id = $1',
      [role.id],
    );
    expect(held.map(({ userId }) => userId).sort()).toEqual(people.map(({ id }) => id).sort());
    for (const { id } of people) {
      const subject = { subjectType: 'user', subjectId: id };
      const { items } = await app.app.get(ListSubjectHistory).execute(subject, { limit: 1 });
      expect(items).toMatchObject([{ action: 'role.assigned_to_users', reason: 'They help out' }]);
    }
  });

  it('are disabled, except for oneself', async () => {
    const mark = v7();
    const admin = await createUserWithRole(app, 'superuser');
    const other = await createUser(app, { displayName: mark });
    await enter(admin);
    await goTo('/pages/many-users');
    for (const text of [mark, admin.email]) {
      await page.getByLabel('E-mail or name contains').fill(text);
      await page.getByLabel(`Choose ${text === mark ? other.email : admin.email}`, { exact: true }).check();
    }
    await page.getByLabel('Change', { exact: true }).and(page.locator('select')).selectOption('disable');
    await press('Apply');
    await page.getByText('Disable 2 users? All their sessions end at once.').waitFor();
    await look('many-users-disable');
    await apply('They left');
    await page.getByText('Done: 1. Refused: 1.').waitFor();
    const subject = { subjectType: 'user', subjectId: other.id };
    const { items } = await app.app.get(ListSubjectHistory).execute(subject, { limit: 10 });
    expect(items.find(({ action }) => action === 'user.disabled')?.reason).toBe('They left');
    await page.getByText('This is your own account.').waitFor();
    await app.request().post('/auth/v1/login').send({ email: other.email, password: PASSWORD }).expect(401);
  });

  it('are previewed without those for whom it is refused', async () => {
    const mark = v7();
    const [one, other] = [
      await createUser(app, { displayName: mark }),
      await createUser(app, { displayName: mark }),
    ];
    const make = (name: string) =>
      app.app.get(CreateRole).execute({ name: `${name} ${v7()}`, permissions: ['session:read'] });
    const [orders, pays] = [await make('Orders'), await make('Pays')];
    await app.app.get(SaveSeparationOfDuty).create({ name: v7(), roleIds: [orders.id, pays.id] });
    await app.app.get(AssignRole).execute(one.id, orders.id);
    await enter(await createUserWithRole(app, 'superuser'));
    await goTo('/pages/many-users');
    await page.getByLabel('E-mail or name contains').fill(mark);
    for (const { email } of [one, other]) await page.getByLabel(`Choose ${email}`, { exact: true }).check();
    await page.getByLabel('Change', { exact: true }).and(page.locator('select')).selectOption('giveRole');
    await page.getByLabel('Role', { exact: true }).selectOption({ label: pays.name });
    await press('Apply');
    await page.getByText('It changes what 1 person may do or see.').waitFor();
    await apply();
    await page.getByText('Done: 1. Refused: 1.').waitFor();
  });

  it('are not given more than one holds oneself', async () => {
    const user = await createUser(app);
    await enter(await createUserWith(app, 'panel:open', 'user:read', 'role:read', 'role:assign'));
    const role = await app.app.get(CreateRole).execute({ name: `Mighty ${v7()}`, permissions: ['user:*'] });
    const answer = await context.request.post(`${origin}/auth/admin/api/pages/many-users/giveRole`, {
      data: { targetId: role.id, userIds: [user.id] },
      headers: { origin },
    });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'escalation_refused' });
  });
});
