import { describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import {
  AssignRole,
  CreateRole,
  FindRole,
  GetRole,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUser, createUserWithRole } from './support/people.js';

jest.setTimeout(180_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);

const newRole = (name: string, ...permissions: PermissionName[]) =>
  app.app.get(CreateRole).execute({ name: `${name} ${v7().slice(-6)}`, permissions });
const give = (userId: string, roleId: string) => app.app.get(AssignRole).execute(userId, roleId);
const roleNow = (id: string) => app.app.get(GetRole).execute(id);
const says = (text: string | RegExp) => panel.page.getByText(text).first().waitFor();
const tick = (name: string) => panel.page.getByRole('checkbox', { name, exact: true }).click();
const button = (name: string) => panel.page.getByRole('button', { name, exact: true });
const apply = async () => {
  await panel.page.getByTestId('apply-change').click();
  await panel.page.getByTestId('change-preview').waitFor({ state: 'detached' });
};

describe("a role's page", () => {
  it('shows a matrix, previews a change of permissions and makes it', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const [base, role] = [
      await newRole('base', 'session:read'),
      await newRole('clerk', 'user:*', 'audit:read'),
    ];
    await app.app.get(SetRoleParents).execute(role.id, [base.id]);
    const holder = await createUser(app);
    await give(holder.id, role.id);
    await panel.enter(superuser);
    await panel.goTo(`/pages/role?id=${role.id}`);
    await panel.page.getByRole('checkbox', { name: 'user:delete, by user:*', exact: true }).waitFor();
    await panel.page.getByRole('checkbox', { name: 'session:read, inherited', exact: true }).waitFor();
    await says(holder.email);
    await panel.look('role');

    await tick('role:read');
    await tick('audit:read');
    await button('See what it does').click();
    await says('It changes what 1 person may do or see.');
    await says('gains 1 permission:');
    await says('loses 1 permission:');
    expect((await roleNow(role.id)).permissions).toContain('audit:read');
    await panel.look('role-preview');
    await apply();
    await says('Done.');
    expect([...(await roleNow(role.id)).permissions].sort()).toEqual(['role:read', 'user:*']);
  });

  it('changes parents and holders, clones and compares', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const [role, other] = [await newRole('seller', 'user:read'), await newRole('buyer', 'audit:read')];
    const person = await createUser(app);
    await panel.enter(superuser);
    await panel.goTo(`/pages/role?id=${role.id}`);

    await panel.page.getByLabel('Inherit from another role').selectOption({ label: other.name });
    await says('Nobody gains or loses anything by it.');
    await apply();
    await panel.page.getByRole('link', { name: other.name, exact: true }).waitFor();
    expect((await roleNow(role.id)).parentIds).toEqual([other.id]);

    await panel.page.getByLabel('Give it to').fill(person.email);
    await panel.page.getByTestId('people-found').getByText(person.email).click();
    await says('gains 2 permissions:');
    await apply();
    await button(`Take ${role.name} from ${person.email}?`).waitFor();

    await panel.page.getByLabel('Compare with').selectOption({ label: other.name });
    await panel.page.getByTestId('comparison').getByText('user:read').waitFor();
    await panel.look('role-comparison');

    await button('Clone').click();
    await panel.page.getByRole('dialog').getByLabel('Name').fill(`${role.name} twin`);
    await panel.page.getByRole('dialog').getByRole('button', { name: 'Clone' }).click();
    await panel.page.getByRole('heading', { level: 1, name: `${role.name} twin` }).waitFor();
    const twin = await roleNow((await app.app.get(FindRole).execute(`${role.name} twin`)) ?? '');
    expect(twin).toMatchObject({ permissions: ['user:read'], parentIds: [other.id] });
  });

  it('warns whoever would lock themselves out, and leaves built-in roles as they are', async () => {
    const own = await newRole(
      'keeper',
      ...(['panel:open', 'role:read', 'role:update', 'permission:read', 'authorization:explain'] as const),
    );
    const keeper = await createUser(app);
    await give(keeper.id, own.id);
    await panel.enter(keeper);
    await panel.goTo(`/pages/role?id=${own.id}`);
    await tick('role:update');
    await button('See what it does').click();
    await says(/^You would lock yourself out/);
    await panel.look('role-lock-out');
    await button('Cancel').click();
    await says('There may be more than you see here: that needs user:read.');

    const builtIn = (await app.app.get(FindRole).execute('administrator')) ?? '';
    await panel.goTo(`/pages/role?id=${builtIn}`);
    expect(await panel.page.getByRole('checkbox', { name: 'user:*', exact: true }).isDisabled()).toBe(true);
    expect(await panel.page.getByLabel('Description').count()).toBe(0);
  });
});

describe('questions about access', () => {
  it('tells who can, why somebody can, and what is missing, now and at a past moment', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const role = await newRole('auditor', 'audit:read');
    const [one, none] = [await createUser(app), await createUser(app)];
    const before = new Date().toISOString();
    await give(one.id, role.id);
    await panel.enter(superuser);

    await panel.goTo('/pages/who-can');
    await panel.page.getByLabel('Permission').fill('audit:read');
    await button('Ask').click();
    await panel.page.getByTestId('who-can-found').getByText(one.email).waitFor();
    await panel.look('who-can');
    await panel.page.getByRole('link', { name: one.email }).click();
    await says(`${one.email} may: audit:read`);
    await panel.page.getByTestId('why-can-answer').getByRole('link', { name: role.name }).waitFor();

    await panel.goTo(`/pages/why-can?permission=audit:read&userId=${one.id}&at=${before}`);
    await says(`${one.email} may not: audit:read`);

    await panel.goTo('/pages/why-can');
    await panel.page.getByLabel('Person').fill(none.email);
    await panel.page.getByTestId('people-found').getByText(none.email).click();
    await panel.page.getByLabel('Permission').fill('audit:read');
    await button('Ask').click();
    await says(`${none.email} may not: audit:read`);
    await says('What would change it');
    await panel.look('why-can');
  });
});
