import { expect, it, jest } from '@jest/globals';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUserWith, createUserWithRole } from './support/people.js';

jest.setTimeout(120_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);
const press = (name: string) => panel.page.getByRole('button', { name, exact: true }).click();
const says = (text: string) => panel.page.getByText(text, { exact: true }).first().waitFor();
const textOf = (testId: string) => panel.page.getByTestId(testId).innerText();
const tokenFor = (id: string, secret: string) =>
  app
    .request()
    .post('/auth/v1/oauth/token')
    .auth(id, secret)
    .type('form')
    .send({ grant_type: 'client_credentials' });

it('registers a service, shows its secret once, and refuses it when it is disabled', async () => {
  await panel.enter(await createUserWithRole(app, 'superuser'));
  await panel.goTo('/resources/service-accounts');
  await panel.page.getByText('No service is registered.').waitFor();
  await panel.look('service-accounts-none');
  await panel.goTo('/resources/service-accounts/actions/new');
  await panel.page.getByLabel('Name').fill('billing');
  const permissions = panel.page.getByTestId('choices-permissions');
  await permissions.getByText('authorization:evaluate', { exact: true }).click();
  expect(await permissions.getByText('own_session:end', { exact: true }).count()).toBe(0);
  await panel.page.getByTestId('button-save').click();
  await panel.page.getByText('billing').first().click();
  await says('There is no secret yet: the service cannot do anything before it has one.');

  await press('Make a secret');
  const [id, secret] = [await textOf('client-id'), await textOf('client-secret')];
  await panel.look('service-account');
  const { body } = await tokenFor(id, secret).expect(200);
  expect(body.scope).toBe('authorization:evaluate');
  await panel.page.reload();
  await panel.page.getByRole('button', { name: 'Remove' }).waitFor();
  expect(await panel.page.content()).not.toContain(secret);

  await press('Disable');
  await press('Confirm');
  await says('Disabled.');
  await tokenFor(id, secret).expect(401);
  await press('Enable');
  await press('Confirm');
  await says('Enabled.');
  await tokenFor(id, secret).expect(200);
  await press('Remove');
  await press('Confirm');
  await says('Removed.');
  await tokenFor(id, secret).expect(401);
  await press('Delete');
  await press('Confirm');
  await panel.page.getByText('No service is registered.').waitFor();
});

it('offers no more than reading to those who may only read', async () => {
  const superuser = await createUserWithRole(app, 'superuser');
  await panel.enter(superuser);
  await panel.goTo('/resources/service-accounts/actions/new');
  await panel.page.getByLabel('Name').fill('reports');
  await panel.page.getByTestId('button-save').click();
  await panel.page.getByText('reports').first().waitFor();
  await panel.context.clearCookies();
  await panel.enter(await createUserWith(app, 'panel:open', 'service_account:read'));
  await panel.goTo('/resources/service-accounts');
  await panel.page.getByText('reports').first().click();
  await panel.page.getByTestId('client-id').waitFor();
  expect(await panel.page.getByRole('button', { name: /Make a secret|Disable|Delete/ }).count()).toBe(0);
});
