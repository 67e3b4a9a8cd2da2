import { describe, expect, it, jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { v7 } from 'uuid';
import { RequestContext } from '../apps/auth/src/core/context/index.js';
import { RecordAuditEvent, SealAuditLog } from '../apps/auth/src/modules/audit/index.js';
import { AssignRoleToTeam, CreateRole, DeleteRole } from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam, DeleteTeam, GetTeam } from '../apps/auth/src/modules/team/index.js';
import { DeleteUser } from '../apps/auth/src/modules/user/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';

jest.setTimeout(180_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);
const rows = () =>
  panel.page.getByTestId('audit-events').locator(':scope > tbody > tr:not(.p-audit-details)');

describe('the page of the audit log', () => {
  it('shows what happened by filters, with names and what has changed side by side', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const user = await createUser(app);
    const role = await app.app
      .get(CreateRole)
      .execute({ name: `Auditor ${v7()}`, permissions: ['user:read'] });
    const headers = { authorization: await bearer(app, superuser), 'x-request-id': 'panel-audit-1' };
    await app
      .request()
      .patch(`/auth/v1/users/${user.id}`)
      .set(headers)
      .send({ displayName: 'New name' })
      .expect(200);
    await app.request().put(`/auth/v1/users/${user.id}/roles/${role.id}`).set(headers).expect(204);
    await app
      .request()
      .put(`/auth/v1/roles/${role.id}/permissions`)
      .set(headers)
      .send({ permissions: ['audit:read', 'session:read'] })
      .expect(200);
    await panel.enter(superuser);
    await panel.page.getByRole('link', { name: 'Audit log' }).first().click();
    await rows().first().waitFor();
    await panel.look('audit-page');

    await panel.page.getByLabel('Request id').fill('panel-audit-1');
    await panel.page.getByRole('button', { name: 'Show', exact: true }).click();
    await panel.page.waitForURL(/requestId=panel-audit-1/);
    await expectRows(3);
    const changed = rows().filter({ hasText: 'User changed' });
    expect(await changed.getByRole('link', { name: superuser.email }).count()).toBe(1);
    expect(await changed.getByRole('link', { name: user.email }).count()).toBe(1);
    await changed.getByRole('button').click();
    const difference = panel.page.getByTestId('audit-difference');
    const field = difference.getByRole('row', { name: /displayName changed/ });
    expect(await field.getByRole('cell').allTextContents()).toEqual(['none', 'New name']);
    await rows().filter({ hasText: 'Permissions of a role changed' }).getByRole('button').click();
    await panel.page.getByText('session:read').waitFor();
    await panel.look('audit-difference');

    await panel.page.getByRole('link', { name: 'Link to this event' }).first().click();
    await panel.page.waitForURL(/audit\?id=/);
    await expectRows(1);
    await panel.page.goBack();
    await panel.page.getByRole('button', { name: 'Show everything' }).click();
    await panel.page.getByRole('searchbox', { name: 'Who', exact: true }).fill(user.email);
    await panel.page.getByTestId('people-found').getByRole('button').first().click();
    await panel.page.getByRole('button', { name: 'Show', exact: true }).click();
    await panel.page.getByText('Nothing fits these filters').waitFor();
    await panel.look('audit-empty');
  });

  it('finds what somebody did in the name of others', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const [admin, person, role] = [await createUser(app), await createUser(app), v7()];
    const session = { userId: person.id, sessionId: v7() };
    const impersonator = { userId: admin.id, sessionId: v7() };
    const record = () =>
      app.app.get(RecordAuditEvent).execute({ action: 'role.updated', subjectType: 'role', subjectId: role });
    const context = app.app.get(RequestContext);
    await context.runAs({ ...session, impersonator }, record);
    await context.runAs(session, record);
    await panel.enter(superuser);
    await panel.goTo(`/pages/audit?subjectId=${role}`);
    await expectRows(2);
    await panel.page.getByRole('searchbox', { name: 'In the name of others' }).fill(admin.email);
    await panel.page.getByTestId('people-found').getByRole('button').first().click();
    await panel.page.getByRole('button', { name: 'Show', exact: true }).click();
    await expectRows(1);
    await rows().getByText('in their name:').waitFor();
    await panel.look('audit-impersonator');
  });

  it('takes back what it tells of, deletions too, and says first what does not come back', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const get = <T>(Command: new (...args: never[]) => T) => app.app.get(Command, { strict: false });
    const role = await get(CreateRole).execute({ name: `Porter ${v7()}`, permissions: ['session:read'] });
    const lost = await get(CreateRole).execute({ name: `Keeper ${v7()}` });
    const team = await get(CreateTeam).execute({ name: `Gate ${v7()}` });
    const [member, gone] = [await createUser(app), await createUser(app)];
    await get(AddTeamMembers).execute(team.id, [member.id, gone.id]);
    for (const { id } of [role, lost]) await get(AssignRoleToTeam).execute(team.id, id);
    await get(DeleteTeam).execute(team.id);
    await get(DeleteUser).execute(gone.id);
    await get(DeleteRole).execute(lost.id);
    await panel.enter(superuser);
    await panel.goTo(`/pages/audit?action=team.deleted&subjectId=${team.id}`);
    await rows().first().getByRole('button').click();
    await panel.page.getByRole('button', { name: 'Undo' }).click();
    await panel.page.getByText('gains 1 permission:').waitFor();
    const told = panel.page.getByTestId('not-restored');
    await told.getByText('People who are gone: 1').waitFor();
    await told.getByText('Roles that it carried and that are gone: 1').waitFor();
    await panel.look('audit-undo');
    await panel.page.getByLabel('Why? (optional)').fill('Deleted by mistake');
    await panel.page.getByTestId('apply-change').click();
    await panel.page.getByTestId('change-preview').waitFor({ state: 'detached' });
    expect(await get(GetTeam).execute(team.id)).toMatchObject({ name: team.name, memberCount: 1 });
    await panel.goTo(`/pages/team?id=${team.id}`);
    const restored = panel.page.getByTestId('history-team.restored');
    await restored.getByText('Deleted by mistake').waitFor();
    await panel.page.getByTestId('history-team.deleted').getByText('taken back').waitFor();
    await panel.look('history-restored');
  });

  it('reads further pages, and exports what is filtered', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const subjectId = v7();
    for (let count = 0; count < 60; count++)
      await app.app.get(RecordAuditEvent).execute({ action: 'user.updated', subjectType: 'user', subjectId });
    await panel.enter(superuser);
    await panel.goTo(`/pages/audit?subjectId=${subjectId}`);
    await expectRows(50);
    await panel.page.getByRole('button', { name: 'Show more' }).click();
    await expectRows(60);
    const [file] = await Promise.all([
      panel.page.waitForEvent('download'),
      panel.page.getByRole('link', { name: 'Export as CSV' }).click(),
    ]);
    const text = await readFile(await file.path(), 'utf8');
    expect(text.trim().split('\n')).toHaveLength(61);
    expect(file.suggestedFilename()).toMatch(/^audit-log-.*\.csv$/);
  });

  it('verifies the chain on a button, and tells where it is broken', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await app.app.get(SealAuditLog).execute();
    await panel.enter(superuser);
    await panel.goTo('/pages/audit');
    await panel.page.getByRole('button', { name: 'Verify the log' }).click();
    await panel.page.getByText('Genuine').waitFor();
    await panel.look('audit-genuine');
    await app.dataSource.query('ALTER TABLE audit_log DISABLE TRIGGER USER');
    await app.dataSource.query(`UPDATE audit_log SET reason = 'forged' WHERE position = 3`);
    await panel.page.getByRole('button', { name: 'Verify the log' }).click();
    await panel.page.getByRole('alert').getByText('Entry 3 was changed').waitFor();
    await panel.look('audit-tampered');
    await panel.page.getByRole('link', { name: 'See the entry' }).click();
    await panel.page.getByText('forged').waitFor();
    await app.dataSource.query(`UPDATE audit_log SET reason = NULL WHERE position = 3`);
    await app.dataSource.query('ALTER TABLE audit_log ENABLE TRIGGER USER');
  });

  it('shows ids and nothing to export or verify to those who may only read it', async () => {
    const reader = await createUserWith(app, 'panel:open', 'audit:read');
    const other = await createUser(app);
    await panel.enter(reader);
    await panel.goTo(`/pages/audit?subjectId=${other.id}`);
    await expectRows(1);
    expect(await panel.page.getByText(other.email).count()).toBe(0);
    for (const name of ['Export as CSV', 'Verify the log'])
      expect(await panel.page.getByText(name).count()).toBe(0);
    await panel.page.getByLabel('Who (id of a user)').fill('nobody');
    await panel.page.getByRole('button', { name: 'Show', exact: true }).click();
    await panel.page.getByText('This is no id.').waitFor();
    panel.faults.length = 0; // The browser itself reports an answer of 400 in its console.
  });

  it('speaks Russian', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await panel.enter(superuser);
    const menu = panel.page.getByRole('banner').locator('details');
    await menu.locator('summary').click();
    await menu.getByLabel('Language').selectOption('ru');
    await panel.page.getByRole('heading', { name: 'Обзор' }).waitFor();
    await panel.goTo('/pages/audit');
    await rows().filter({ hasText: 'Роль выдана' }).first().getByRole('button').click();
    await panel.page.getByText('Место в цепочке').waitFor();
    await panel.look('audit-russian');
  });
});

async function expectRows(count: number): Promise<void> {
  for (const end = Date.now() + 10_000; (await rows().count()) !== count && Date.now() < end;)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await rows().count()).toBe(count);
}
