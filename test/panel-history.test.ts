import { describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { ListSubjectHistory } from '../apps/auth/src/modules/audit/index.js';
import {
  AssignRole,
  CreateRole,
  GetRole,
  ListUserRoles,
  SetRolePermissions,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam, ListTeamMembers } from '../apps/auth/src/modules/team/index.js';
import {
  CreateVisibilityGroup,
  GetVisibilityGroup,
  MoveVisibilityGroup,
  SetDefaultLevel,
} from '../apps/auth/src/modules/visibility-group/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUser, createUserWith, createUserWithRole } from './support/people.js';

jest.setTimeout(180_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);

const named = (name: string) => `${name} ${v7().slice(-6)}`;
const says = (text: string | RegExp) => panel.page.getByText(text).first().waitFor();
const entry = (action: string) => panel.page.getByTestId(`history-${action}`).first();
const undo = (action: string) => entry(action).getByRole('button', { name: /^Undo/ }).click();
const apply = async (reason = '') => {
  await panel.page.getByLabel('Why? (optional)').fill(reason);
  await panel.page.getByTestId('apply-change').click();
  await panel.page.getByTestId('change-preview').waitFor({ state: 'detached' });
};
const ALL = { limit: 100 };

describe('the history', () => {
  it('of a role tells who changed what and why, and takes it back after a preview', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const role = await app.app
      .get(CreateRole)
      .execute({ name: named('clerk'), permissions: ['audit:read', 'session:read'] });
    const holder = await createUser(app);
    await app.app.get(AssignRole).execute(holder.id, role.id, { validUntil: new Date('2090-01-31') });
    await panel.enter(superuser);
    await panel.goTo(`/pages/role?id=${role.id}`);
    await panel.page.getByTestId('role-last-used').getByText('never').waitFor();
    await panel.page.getByRole('checkbox', { name: 'role:read', exact: true }).click();
    await panel.page.getByRole('checkbox', { name: 'audit:read', exact: true }).click();
    await panel.page.getByRole('button', { name: 'See what it does' }).click();
    await says('gains 1 permission:');
    await panel.page.getByLabel('Why? (optional)').fill('Clerks look after roles now');
    await panel.look('history-reason');
    await apply('Clerks look after roles now');

    await entry('role.permissions_set').getByText('Clerks look after roles now').waitFor();
    await entry('role.permissions_set').getByText(superuser.email).waitFor();
    await entry('role.assigned').getByText(holder.email).waitFor();
    await entry('role.permissions_set').scrollIntoViewIfNeeded();
    await panel.look('history-role');

    await undo('role.permissions_set');
    await says('Undo “Permissions changed”?');
    await says('loses 1 permission:');
    expect((await app.app.get(GetRole).execute(role.id)).permissions).toContain('role:read');
    await panel.look('history-undo');
    await apply('It was too early');
    await entry('role.permissions_set').getByText('It was too early').waitFor();
    await entry('role.permissions_set').getByRole('link', { name: 'takes back an earlier change' }).waitFor();
    await says('taken back');
    await panel.look('history-undone');
    await panel.page.setViewportSize({ width: 390, height: 844 });
    await panel.page.evaluate(`document.querySelector('[data-testid=history]').scrollIntoView()`);
    await panel.look('history-small');
    expect([...(await app.app.get(GetRole).execute(role.id)).permissions].sort()).toEqual([
      'audit:read',
      'session:read',
    ]);

    await undo('role.assigned');
    await apply();
    await entry('role.revoked_from_users').getByText(holder.email).waitFor();
    expect((await app.app.get(ListUserRoles).execute(holder.id, ALL)).items).toEqual([]);
    const { items } = await app.app
      .get(ListSubjectHistory)
      .execute({ subjectType: 'role', subjectId: role.id }, ALL);
    expect(items[0]?.reason).toMatch(/^Undoes [0-9a-f-]{36}$/);
  });

  it('says why something is not taken back, and does nothing', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const role = await app.app.get(CreateRole).execute({ name: named('guide'), permissions: [] });
    const set = app.app.get(SetRolePermissions);
    await set.execute(role.id, ['user:read']);
    await panel.enter(superuser);
    await panel.goTo(`/pages/role?id=${role.id}`);
    await entry('role.created').getByText('To take it back, delete it.').waitFor();
    await entry('role.permissions_set').waitFor();
    await set.execute(role.id, ['role:read']);
    await undo('role.permissions_set');
    await says('What it changed was changed again or deleted since.');
    expect(await panel.page.getByTestId('apply-change').isDisabled()).toBe(true);
    await panel.look('history-outdated');
    expect((await app.app.get(GetRole).execute(role.id)).permissions).toEqual(['role:read']);
    // The browser itself notes the answer 409.
    panel.faults.splice(0);
  });

  it('of a team and of a group too', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const team = await app.app.get(CreateTeam).execute({ name: named('south') });
    const member = await createUser(app);
    await app.app.get(AddTeamMembers).execute(team.id, [member.id]);
    await panel.enter(superuser);
    await panel.goTo(`/pages/team?id=${team.id}`);
    await entry('team.members_added').getByText(member.email).waitFor();
    await undo('team.members_added');
    await apply();
    await says('Nobody is in it yet. Find a person below to bring them in.');
    expect((await app.app.get(ListTeamMembers).execute(team.id, ALL)).items).toEqual([]);
    await panel.look('history-team');

    const above = await app.app.get(CreateVisibilityGroup).execute({ name: named('above') });
    const group = await app.app.get(CreateVisibilityGroup).execute({ name: named('below') });
    await app.app.get(MoveVisibilityGroup).execute(group.id, above.id);
    await app.app.get(SetDefaultLevel).execute(group.id, 'user', 7);
    await panel.goTo(`/pages/visibility?id=${group.id}`);
    await entry('visibility_group.default_set').getByText('user: everyone').waitFor();
    await undo('visibility_group.moved');
    await apply('Stands by itself');
    await entry('visibility_group.moved').getByText('Stands by itself').waitFor();
    expect((await app.app.get(GetVisibilityGroup).execute(group.id)).parentId).toBeNull();
    await panel.look('history-group');
  });

  it('tells those who may not see people how many they do not see', async () => {
    const role = await app.app.get(CreateRole).execute({ name: named('porter'), permissions: [] });
    await app.app.get(AssignRole).execute((await createUser(app)).id, role.id);
    const reader = await createUserWith(app, 'panel:open', 'role:read', 'audit:read');
    await panel.enter(reader);
    await panel.goTo(`/pages/role?id=${role.id}`);
    await entry('role.assigned').getByText('1 more that you may not see').waitFor();
    await says('There may be more than you see here: that needs user:read.');
    await panel.look('history-hidden');
    await panel.goTo('/pages/search?text=porter');
    await panel.page.getByRole('link', { name: role.name }).waitFor();
    await says(/^Not searched, since you may not read it: Users, Teams/);
    await panel.page.getByRole('combobox').fill('porter');
    await panel.page
      .locator('.p-found')
      .getByText(/^Not searched/)
      .waitFor();
    await panel.look('search-hidden');
  });
});
