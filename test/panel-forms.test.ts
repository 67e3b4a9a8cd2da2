import { beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { JobRunner } from '../apps/auth/src/core/jobs/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUserWithRole } from './support/people.js';

jest.setTimeout(90_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);
const BAR = 60;

const save = () => panel.page.getByTestId('button-save');
/** Where something is seen, measured from the top of the window. */
const placeOf = async (selector: string) => {
  const box = await panel.page.locator(selector).boundingBox();
  return { top: box?.y ?? -1, bottom: (box?.y ?? -1) + (box?.height ?? 0) };
};

beforeAll(() => app.app.get(JobRunner).start());
beforeEach(async () => panel.enter(await createUserWithRole(app, 'superuser')));

describe('a form', () => {
  it('leads to what it made, where one goes on, and back to it after a change', async () => {
    await panel.goTo('/resources/teams/actions/new');
    const name = `team ${v7()}`;
    await panel.page.fill('#name', name);
    await save().click();
    await panel.page.getByRole('heading', { name, level: 1 }).waitFor();
    await panel.page.getByLabel('Bring somebody in').waitFor();

    await panel.goTo('/resources/service-accounts/actions/new');
    const service = `service ${v7()}`;
    await panel.page.fill('#name', service);
    await save().click();
    await panel.page.getByRole('heading', { name: service, level: 1 }).waitFor();
    await panel.page.getByRole('link', { name: 'Edit' }).click();
    await panel.page.fill('#name', `${service} again`);
    await save().click();
    await panel.page.getByRole('heading', { name: `${service} again`, level: 1 }).waitFor();
  });

  it('keeps what saves in sight, and shows the field that is at fault below the bar', async () => {
    await panel.goTo('/resources/roles/actions/new');
    await panel.page.getByText('visibility_group:read', { exact: true }).scrollIntoViewIfNeeded();
    const { bottom } = await placeOf('[data-testid=button-save]');
    expect(bottom).toBeLessThanOrEqual(panel.page.viewportSize()?.height ?? 0);
    await save().click();
    await panel.page.locator('#name:focus').waitFor();
    expect((await placeOf('#name')).top).toBeGreaterThanOrEqual(BAR);
  });

  it('says beside a field what it wants, not behind a mark', async () => {
    await panel.goTo('/resources/users/actions/new');
    await panel.page.getByText('At least 15 characters').waitFor();
    await panel.look('users-new');
  });
});

describe('a page of one record', () => {
  it('tells to which list it belongs, and leads back to it', async () => {
    await panel.goTo('/resources/roles');
    await panel.page.getByText('member', { exact: true }).click();
    await panel.page.getByRole('heading', { name: 'member', level: 1 }).waitFor();
    const navigation = panel.page.getByRole('navigation', { name: 'Main navigation' });
    expect(await navigation.locator('a.active').allInnerTexts()).toEqual(['Roles']);
    await panel.page.getByRole('navigation', { name: 'Way back' }).getByText('Roles').click();
    await panel.page.getByRole('heading', { name: 'Roles', level: 1 }).waitFor();
  });
});

describe('on a telephone', () => {
  it.each([
    '/resources/users',
    '/resources/roles',
    '/resources/sessions',
    '/resources/permissions',
    '/pages/jobs',
  ])('the table of %s fits without being pushed aside', async (path) => {
    await panel.page.setViewportSize({ width: 390, height: 844 });
    await panel.goTo(path);
    await panel.page.locator('.p-scroll tbody tr').first().waitFor();
    const excess = `(() => {
      const table = document.querySelector('.p-scroll');
      return table.scrollWidth - table.clientWidth;
    })()`;
    expect(await panel.page.evaluate(excess)).toBe(0);
  });
});
