import { describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { ListSubjectHistory } from '../apps/auth/src/modules/audit/index.js';
import {
  AssignRole,
  CreateRole,
  SaveSeparationOfDuty,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam } from '../apps/auth/src/modules/team/index.js';
import { CreateVisibilityGroup, MoveMember } from '../apps/auth/src/modules/visibility-group/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
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

const panel = usePanel(app);

const goTo = (path: string) => panel.goTo(path);
const press = (name: string) => panel.page.getByRole('button', { name, exact: true }).click();
const confirm = () => panel.page.locator('dialog[open]').getByRole('button', { name: 'Confirm' }).click();
const apply = async (reason = '') => {
  await panel.page.getByLabel('Why? (optional)').fill(reason);
  await panel.page.getByTestId('apply-change').click();
  await panel.page.getByTestId('change-preview').waitFor({ state: 'detached' });
};
const says = (text: string) => panel.page.getByText(text, { exact: true }).first().waitFor();

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
    await panel.enter(await createUserWithRole(app, 'superuser'));
    await goTo(`/resources/users/records/${user.id}/show`);
    await panel.page.waitForURL(/\/pages\/user\?id=/);
    await panel.page.getByRole('heading', { level: 1, name: 'Ada Example' }).waitFor();
    for (const text of [user.email, role.name, team.name, group.name, 'department', 'sales'])
      await panel.page.getByText(text).first().waitFor();
    const permissions = panel.page.getByRole('region', { name: 'What they may do, and why' });
    await permissions
      .getByRole('row', { name: new RegExp(`^audit:read role ${role.name}.*role ${parent.name}`) })
      .waitFor();
    await panel.page.getByLabel('Find a permission').fill('user:d');
    await permissions.getByRole('row', { name: /^audit:read/ }).waitFor({ state: 'detached' });
    await permissions.getByRole('row', { name: /^user:delete .*user:\*/ }).waitFor();
    expect(await permissions.getByRole('row').count()).toBe(2);

    await panel.page.locator('details.p-story summary').first().click();
    await panel.page.getByText(/Logged in with the password from/).waitFor();
    await panel.look('user');
  });

  it('changes the profile, gives a role for a time and takes it, moves and adds', async () => {
    const { user } = await somebody();
    const other = await app.app.get(CreateTeam).execute({ name: `South ${v7()}` });
    await panel.enter(await createUserWithRole(app, 'superuser'));
    await goTo(`/pages/user?id=${user.id}`);
    await press('Edit profile');
    await panel.page.getByLabel('Display name').fill('Grace Example');
    await panel.page.getByLabel('E-mail').fill('nonsense');
    await press('Save');
    await panel.page.getByText('This is no e-mail address.').first().waitFor();
    // The browser itself notes the answer 400.
    panel.faults.splice(0);
    await panel.page.getByLabel('E-mail').fill(user.email);
    await panel.page.getByLabel('Attributes').fill('{ "department": "support" }');
    await press('Save');
    await panel.page.getByRole('heading', { level: 1, name: 'Grace Example' }).waitFor();
    await says('support');

    await panel.page.getByLabel('Give a role').selectOption({ label: 'administrator' });
    await panel.page.getByLabel('Until (empty: for good)').fill('2090-01-31T12:00');
    await panel.page
      .locator('form', { hasText: 'Give a role' })
      .getByRole('button', { name: 'Apply' })
      .click();
    await says('It changes what 1 person may do or see.');
    await apply('Helps out');
    await panel.page.getByText(/^until Jan 31, 2090/).waitFor();
    await press('Take away administrator');
    await apply();
    await panel.page.getByRole('button', { name: 'Take away administrator' }).waitFor({ state: 'detached' });
    const { items } = await app.app
      .get(ListSubjectHistory)
      .execute({ subjectType: 'user', subjectId: user.id }, { limit: 2 });
    expect(items).toMatchObject([
      { action: 'role.revoked', reason: null },
      { action: 'role.assigned', reason: 'Helps out' },
    ]);

    await panel.page.getByLabel('Add to a team').selectOption({ label: other.name });
    await panel.page
      .locator('form', { hasText: 'Add to a team' })
      .getByRole('button', { name: 'Apply' })
      .click();
    await apply();
    await panel.page.getByRole('button', { name: `Remove from ${other.name}` }).waitFor();
  });

  it('forces a new password, ends sessions, disables, enables and closes', async () => {
    const { user } = await somebody();
    const authorization = async () => `Bearer ${(await logIn(app, user.email)).accessToken}`;
    const me = (header: string) => app.request().get('/auth/v1/users/me').set('authorization', header);
    const session = await authorization();
    await panel.enter(await createUserWithRole(app, 'superuser'));
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
    await panel.page.getByText('password withdrawn').first().waitFor();
    await app.request().post('/auth/v1/login').send({ email: user.email, password: PASSWORD }).expect(401);
    await press('Close the account');
    await confirm();
    await panel.page.waitForURL(/\/resources\/users/);
    await goTo(`/pages/user?id=${user.id}`);
    await says('Not found');
    // The browser itself notes the answer 404.
    panel.faults.splice(0);
  });

  it('shows and offers no part beyond what one may', async () => {
    const { user } = await somebody();
    await panel.enter(await createUserWith(app, 'panel:open', 'user:read', 'session:read'));
    await goTo(`/pages/user?id=${user.id}`);
    await panel.page.getByRole('heading', { name: 'Sessions' }).waitFor();
    expect(await panel.page.locator('main h2').allTextContents()).toEqual(['Profile', 'Sessions']);
    expect(await panel.page.locator('main').getByRole('button').count()).toBe(0);
    const call = (action: string, data: object) =>
      panel.context.request.post(`${panel.origin}/auth/admin/api/pages/user/${action}`, {
        data,
        headers: { origin: panel.origin },
      });
    for (const action of ['disable', 'forceReset', 'close', 'resetFactors', 'endSessions'])
      expect((await call(action, { id: user.id })).status()).toBe(403);
    const read = await panel.context.request.get(
      `${panel.origin}/auth/admin/api/pages/user/permissions?id=${user.id}`,
    );
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
    await panel.enter(await createUserWithRole(app, 'superuser'));
    await goTo('/resources/users');
    await panel.page.getByText('Change many', { exact: true }).click();
    await panel.page.waitForURL(/\/pages\/many-users/);
    await panel.page.getByLabel('E-mail or name contains').fill(mark);
    await panel.page.getByLabel(`Choose ${people[0]?.email ?? ''}`, { exact: true }).waitFor();
    await panel.page.waitForFunction('document.querySelectorAll("tbody tr").length === 12');
    await panel.page.getByLabel('Choose all in this list').check();
    await says('12 chosen');
    await panel.page
      .getByLabel('Change', { exact: true })
      .and(panel.page.locator('select'))
      .selectOption('giveRole');
    await panel.page.getByLabel('Role', { exact: true }).selectOption({ label: role.name });
    await panel.look('many-users');
    await press('Apply');
    await panel.page.getByText(`Give ${role.name} to 12 users?`).waitFor();
    await panel.page.getByText('It changes what 12 people may do or see.').waitFor();
    await panel.page.getByText('gains 1 permission:').waitFor();
    await panel.look('many-users-preview');
    await apply('They help out');
    await panel.page.getByText('Done: 12. Refused: 0.').waitFor();
    await panel.look('many-users-results');
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
    await panel.enter(admin);
    await goTo('/pages/many-users');
    for (const text of [mark, admin.email]) {
      await panel.page.getByLabel('E-mail or name contains').fill(text);
      await panel.page
        .getByLabel(`Choose ${text === mark ? other.email : admin.email}`, { exact: true })
        .check();
    }
    await panel.page
      .getByLabel('Change', { exact: true })
      .and(panel.page.locator('select'))
      .selectOption('disable');
    await press('Apply');
    await panel.page.getByText('Disable 2 users? All their sessions end at once.').waitFor();
    await panel.look('many-users-disable');
    await apply('They left');
    await panel.page.getByText('Done: 1. Refused: 1.').waitFor();
    const subject = { subjectType: 'user', subjectId: other.id };
    const { items } = await app.app.get(ListSubjectHistory).execute(subject, { limit: 10 });
    expect(items.find(({ action }) => action === 'user.disabled')?.reason).toBe('They left');
    await panel.page.getByText('This is your own account.').waitFor();
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
    await panel.enter(await createUserWithRole(app, 'superuser'));
    await goTo('/pages/many-users');
    await panel.page.getByLabel('E-mail or name contains').fill(mark);
    for (const { email } of [one, other])
      await panel.page.getByLabel(`Choose ${email}`, { exact: true }).check();
    await panel.page
      .getByLabel('Change', { exact: true })
      .and(panel.page.locator('select'))
      .selectOption('giveRole');
    await panel.page.getByLabel('Role', { exact: true }).selectOption({ label: pays.name });
    await press('Apply');
    await panel.page.getByText('It changes what 1 person may do or see.').waitFor();
    await apply();
    await panel.page.getByText('Done: 1. Refused: 1.').waitFor();
  });

  it('are not given more than one holds oneself', async () => {
    const user = await createUser(app);
    await panel.enter(await createUserWith(app, 'panel:open', 'user:read', 'role:read', 'role:assign'));
    const role = await app.app.get(CreateRole).execute({ name: `Mighty ${v7()}`, permissions: ['user:*'] });
    const answer = await panel.context.request.post(
      `${panel.origin}/auth/admin/api/pages/many-users/giveRole`,
      {
        data: { targetId: role.id, userIds: [user.id] },
        headers: { origin: panel.origin },
      },
    );
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'escalation_refused' });
  });
});
