import { describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { bearer, createUserWith, createUserWithRole, logIn, newEmail, PASSWORD } from './support/people.js';

jest.setTimeout(60_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const OPEN = 'panel:open';

const panel = usePanel(app);

const goTo = (path: string) => panel.goTo(path);
const save = () => panel.page.click('[data-testid=button-save]');
const confirm = () => panel.page.getByRole('button', { name: 'Confirm' }).click();
const says = (text: string) => panel.page.getByText(text, { exact: true }).first().waitFor();

async function choose(field: string, label: string): Promise<void> {
  await panel.page.getByTestId(`choices-${field}`).getByText(label, { exact: true }).click();
}

describe('the panel in a browser', () => {
  it('makes a role and a user with it, who then has exactly its permissions', async () => {
    const administrator = await createUserWithRole(app, 'administrator');
    const role = `reporter ${v7()}`;
    const email = newEmail();
    await panel.enter(administrator);

    await goTo('/resources/roles/actions/new');
    await panel.page.fill('#name', role);
    await choose('permissions', 'user:read');
    await choose('permissions', 'audit:read');
    await save();
    await says('Created.');

    await goTo('/resources/users/actions/new');
    await panel.page.fill('#email', email);
    await panel.page.fill('#password', PASSWORD);
    await choose('roles', role);
    await save();
    await panel.page.waitForURL(/\/pages\/user\?id=/);

    const authorization = await bearer(app, { email });
    const me = await app.request().get('/auth/v1/users/me').set('authorization', authorization).expect(200);
    const { body } = await app
      .request()
      .get(`/auth/v1/users/${me.body.id as string}/permissions`)
      .set('authorization', await bearer(app, administrator))
      .expect(200);
    const own = (body.permissions as string[]).filter((name) => name.startsWith('own_'));
    expect(own.length).toBeGreaterThan(5);
    expect(body.permissions).toEqual(['audit:read', ...own, 'user:read'].sort());
  });

  it('shows each kind of thing, and names with markup as text', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const name = `</script><script>alert(1)</script><img src=x onerror=alert(2)> ${v7()}`;
    await panel.enter(superuser);
    await goTo(`/resources/users/records/${superuser.id}/edit`);
    await panel.page.fill('#displayName', name);
    await save();
    await says('Saved.');
    for (const path of ['users', 'roles', 'sessions', 'permissions', 'resources']) {
      await goTo(`/resources/${path}`);
      await panel.page.locator('tbody tr').first().waitFor();
    }
    await goTo('/resources/users?filters.search=script');
    await says(name);
  });

  it('tells what is wrong beside the field, and keeps what was typed', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await panel.enter(superuser);
    await goTo('/resources/users/actions/new');
    await panel.page.fill('#email', superuser.email);
    await panel.page.fill('#password', PASSWORD);
    await save();
    await says('There is a user with this e-mail address.');
    expect(await panel.page.inputValue('#email')).toBe(superuser.email);
  });

  it('disables and enables a user, takes roles away and ends sessions', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const user = await createUserWith(app, 'user:read');
    await panel.enter(superuser);
    await goTo(`/resources/users/records/${user.id}/show`);
    await panel.page.getByText('Disable', { exact: true }).click();
    await confirm();
    await says('Disabled.');
    await app.request().post('/auth/v1/login').send({ email: user.email, password: PASSWORD }).expect(401);
    await panel.page.getByText('Enable', { exact: true }).click();
    await confirm();
    await says('Enabled.');

    const { accessToken } = await logIn(app, user.email);
    const list = () => app.request().get('/auth/v1/users').set('authorization', `Bearer ${accessToken}`);
    await list().expect(200);
    await goTo(`/resources/users/records/${user.id}/edit`);
    await panel.page
      .locator('[data-testid=choices-roles] input:checked')
      .first()
      .waitFor({ state: 'attached' });
    await panel.page.locator('[data-testid=choices-roles] input:checked + *').first().click();
    await save();
    await says('Saved.');
    await list().expect(403);

    await goTo(`/resources/sessions?filters.userId=${user.id}&filters.active=true`);
    await panel.page.locator('tbody tr').first().click();
    await panel.page.getByText('End session', { exact: true }).click();
    await confirm();
    await says('Ended.');
    await list().expect(401);
  });

  it('tells of API keys and revokes one', async () => {
    const owner = await createUserWith(app, 'user:read', 'own_api_key:create');
    const { body: key } = await app
      .request()
      .post('/auth/v1/users/me/api-keys')
      .set('authorization', await bearer(app, owner))
      .send({ name: 'nightly export', permissions: ['user:read'] })
      .expect(201);
    const list = () => app.request().get('/auth/v1/users').set('authorization', `Bearer ${key.apiKey}`);
    await list().expect(200);

    await panel.enter(await createUserWithRole(app, 'superuser'));
    await goTo(`/resources/api-keys?filters.userId=${owner.id}`);
    await panel.page.locator('tbody tr').getByText(owner.email).waitFor();
    await panel.page.getByText('nightly export').click();
    await says('user:read');
    expect(await panel.page.content()).not.toContain(key.apiKey);
    await panel.page.getByText('Revoke', { exact: true }).click();
    await confirm();
    await says('Revoked.');
    await list().expect(401);
  });

  it('offers no more than one may do, and closes at the next request', async () => {
    const reader = await createUserWith(app, OPEN, 'user:read');
    await panel.enter(reader);
    await goTo('/resources/users');
    await panel.page.locator('tbody tr').first().waitFor();
    expect(await panel.page.getByText('Create user').count()).toBe(0);
    expect(await panel.page.getByText('Roles', { exact: true }).count()).toBe(0);

    const superuser = await createUserWithRole(app, 'superuser');
    const authorization = await bearer(app, superuser);
    const roles = await app
      .request()
      .get(`/auth/v1/users/${reader.id}/roles`)
      .set('authorization', authorization)
      .expect(200);
    for (const { roleId } of roles.body.items as { roleId: string }[]) {
      await app
        .request()
        .delete(`/auth/v1/users/${reader.id}/roles/${roleId}`)
        .set('authorization', authorization)
        .expect(204);
    }
    await goTo('/resources/users');
    expect(panel.page.url()).toBe(`${panel.origin}/auth/admin/login`);
  });

  it('logs out on the server', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await panel.enter(superuser);
    const cookies = await panel.context.cookies();
    expect(cookies.map(({ name }) => name).sort()).toEqual(['auth-device', 'auth-session']);
    for (const cookie of cookies)
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    await goTo('/logout');
    await panel.page.click('button[type=submit]');
    await panel.page.waitForURL(`${panel.origin}/auth/admin/login`);
    await panel.context.addCookies(cookies);
    await goTo('');
    expect(panel.page.url()).toBe(`${panel.origin}/auth/admin/login`);
  });
});
