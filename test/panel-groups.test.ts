import { describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import {
  CreateRole,
  ListSeparationOfDuty,
  ListTeamRoles,
  RegisterCatalogue,
} from '../apps/auth/src/modules/rbac/index.js';
import { ListTeamMembers } from '../apps/auth/src/modules/team/index.js';
import { ChangeUserStatus } from '../apps/auth/src/modules/user/index.js';
import {
  AddManager,
  CreateVisibilityGroup,
  GetVisibilityGroup,
  ListDefaultLevels,
  ListMembers,
  MoveMember,
} from '../apps/auth/src/modules/visibility-group/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUser, createUserWithRole } from './support/people.js';

jest.setTimeout(180_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);

const named = (name: string) => `${name} ${v7().slice(-6)}`;
const newGroup = (name: string, parentId?: string) =>
  app.app
    .get(CreateVisibilityGroup)
    .execute({ name: named(name), ...(parentId === undefined ? {} : { parentId }) });
const says = (text: string | RegExp) => panel.page.getByText(text).first().waitFor();
const button = (name: string) => panel.page.getByRole('button', { name, exact: true });
const apply = async (reason = '') => {
  await panel.page.getByLabel('Why? (optional)').fill(reason);
  await panel.page.getByTestId('apply-change').click();
  await panel.page.getByTestId('change-preview').waitFor({ state: 'detached' });
};
const bring = async (label: string, email: string) => {
  await panel.page.getByLabel(label).fill(email);
  await panel.page.getByTestId('people-found').getByText(email).click();
};
const ALL = { limit: 100 };

describe('visibility groups', () => {
  it('are moved by dragging and from a list, with a preview', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const [sales, north, south] = [await newGroup('sales'), await newGroup('north'), await newGroup('south')];
    const chief = await createUser(app);
    await app.app.get(MoveMember).execute(sales.id, chief.id);
    const parentOf = async (id: string) => (await app.app.get(GetVisibilityGroup).execute(id)).parentId;
    await panel.enter(superuser);
    await panel.goTo('/pages/visibility');
    const line = (name: string) => panel.page.getByTestId(`group-${name}`);
    await line(north.name).dragTo(line(sales.name));
    await says(`Move ${north.name}?`);
    await says('will see everything of 1 group:');
    await panel.look('visibility-preview');
    expect(await parentOf(north.id)).toBeNull();
    await apply();
    expect(await parentOf(north.id)).toBe(sales.id);

    await line(south.name).click();
    await panel.page.getByLabel('Below the group').selectOption({ value: north.id });
    await apply();
    expect(await parentOf(south.id)).toBe(north.id);
    await panel.look('visibility');
  });

  it('show what counts for somebody, by the rules alone', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const [world, stock] = [await newGroup('world'), await newGroup('stock')];
    const sales = await newGroup('sales', world.id);
    const [north, legal] = [await newGroup('north', sales.id), await newGroup('legal', world.id)];
    const person = await createUser(app);
    await app.app.get(MoveMember).execute(sales.id, person.id);
    await app.app.get(AddManager).execute(legal.id, person.id);
    await panel.enter(superuser);
    await panel.goTo(`/pages/visibility?id=${north.id}`);
    await bring('See as', person.email);
    const markOf = ({ name }: { name: string }) =>
      panel.page.getByTestId(`group-${name}`).getByTestId('seen').textContent();
    await panel.page.getByTestId(`group-${sales.name}`).getByTestId('seen').waitFor();
    expect([await markOf(world), await markOf(sales), await markOf(north)]).toEqual([
      'above their group · what groups below may see',
      'their group · what the group may see',
      'below their group · all items',
    ]);
    expect([await markOf(legal), await markOf(stock)]).toEqual([
      'managed by them · all items',
      'elsewhere · what everyone may see',
    ]);
    await panel.look('visibility-see-as');

    // The choice stays while one looks at the groups, and when the page is opened again.
    await panel.page.getByTestId(`group-${legal.name}`).click();
    await says('Managers');
    await panel.page.reload();
    await panel.page.getByTestId('see-as').getByText(person.email).waitFor();
    await app.app.get(ChangeUserStatus).execute(person.id, 'disabled');
    await panel.page.reload();
    await says('They are disabled and see nothing.');
    expect(await panel.page.getByTestId('seen').count()).toBe(0);
    await button('Stop').click();
    await panel.page.getByLabel('See as').waitFor();
  });

  it('have members, managers and defaults', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const [group, person] = [await newGroup('east'), await createUser(app)];
    await panel.enter(superuser);
    await panel.goTo(`/pages/visibility?id=${group.id}`);
    await bring('Bring somebody in', person.email);
    await apply();
    await panel.page.getByRole('row').getByText(person.email).waitFor();
    const members = await app.app.get(ListMembers).execute(group.id, ALL);
    expect(members.items).toMatchObject([{ userId: person.id }]);
    await bring('Make somebody a manager', person.email);
    await apply();
    await button(`Is ${person.email} no longer to manage ${group.name}?`).waitFor();

    const levels = async () => (await app.app.get(ListDefaultLevels).execute(group.id, ALL)).items;
    await panel.page.getByLabel('Say it for another kind of item').selectOption('user');
    await says(`${group.name}: are new items of “user” to be seen by: the group?`);
    await says('Nobody gains or loses anything by it.');
    await panel.look('visibility-default');
    expect(await levels()).toEqual([]);
    await apply('Everyone sells');
    await panel.page.getByLabel('user', { exact: true }).selectOption({ label: 'everyone' });
    await apply();
    expect(await levels()).toEqual([{ type: 'user', level: 7 }]);
    await panel.page
      .getByTestId('history-visibility_group.default_set')
      .getByText('Everyone sells')
      .waitFor();
    await panel.look('visibility-group');

    await panel.page.getByLabel('Name', { exact: true }).fill(`${group.name} of town`);
    await button('Save').click();
    await apply('The town grew');
    await panel.page.getByTestId(`group-${group.name} of town`).waitFor();
    await panel.page.getByTestId('history-visibility_group.updated').getByText('The town grew').waitFor();

    await button('Delete').click();
    await panel.page.getByLabel('Its members and the groups below it go to').selectOption({ index: 0 });
    await panel.page.getByRole('dialog').getByRole('button', { name: 'See what it does' }).click();
    await apply();
    await expect(app.app.get(GetVisibilityGroup).execute(group.id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('teams', () => {
  it('are made, and get members, managers and roles', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const role = await app.app.get(CreateRole).execute({ name: named('helper'), permissions: ['user:read'] });
    const person = await createUser(app);
    const name = named('support');
    await panel.enter(superuser);
    await panel.goTo('/resources/teams/actions/new');
    await panel.page.fill('#name', name);
    await panel.page.click('[data-testid=button-save]');
    await panel.page.getByRole('heading', { level: 1, name }).waitFor();
    const id = new URL(panel.page.url()).searchParams.get('id') ?? '';
    await panel.look('team-empty');

    await bring('Bring somebody in', person.email);
    await apply();
    await button('Make manager').click();
    await apply();
    await button('No longer manager').waitFor();
    await panel.page.getByLabel('Give the team a role').selectOption({ label: role.name });
    await says('gains 1 permission:');
    await apply();
    await panel.page.getByRole('link', { name: role.name }).waitFor();
    await panel.look('team');
    const members = await app.app.get(ListTeamMembers).execute(id, ALL);
    expect(members.items).toMatchObject([{ userId: person.id, isManager: true }]);
    const carried = await app.app.get(ListTeamRoles).execute(id, ALL);
    expect(carried.items).toMatchObject([{ roleId: role.id, teamScoped: false }]);
  });
});

describe('separation of duty and services', () => {
  it('keeps rules', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const make = (name: string) => app.app.get(CreateRole).execute({ name: named(name), permissions: [] });
    const [orders, pays] = [await make('orders'), await make('pays')];
    const name = named('purchase');
    await panel.enter(superuser);
    await panel.goTo('/pages/separation');
    await button('New rule').click();
    await panel.page.getByLabel('Name').fill(name);
    await panel.page.getByLabel(orders.name).check();
    await panel.page.getByLabel(pays.name).check();
    await panel.look('separation-new');
    await button('Save').click();
    await panel.page.getByRole('heading', { name }).waitFor();
    await panel.look('separation');
    const rules = await app.app.get(ListSeparationOfDuty).execute({ ...ALL, search: name });
    expect(rules.items).toMatchObject([{ cardinality: 2, roleIds: [orders.id, pays.id].sort() }]);
  });

  it('shows what services registered, and what they no longer declare', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const register = (...actions: string[]) =>
      app.app
        .get(RegisterCatalogue)
        .execute('deals', [
          { key: 'deal', description: 'Deals', actions: actions.map((name) => ({ name })) },
        ]);
    await register('read', 'stamp');
    await register('read');
    await panel.enter(superuser);
    await panel.goTo('/pages/services');
    await panel.page.getByLabel('Only deprecated ones').check();
    await panel.page.getByRole('row').getByText('deal:stamp').waitFor();
    expect(await panel.page.getByText('deal:read').count()).toBe(0);
    await panel.page.getByText('Roles', { exact: true }).last().click();
    await panel.page.getByRole('cell').getByRole('link', { name: 'superuser' }).waitFor();
    await panel.look('services');
  });
});
