import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUserWithRole } from './support/people.js';

jest.setTimeout(90_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);

const empty = () => panel.page.getByTestId('empty');

describe('the home page of a new service', () => {
  it('says what comes first, each with its page, until there is a second person', async () => {
    await panel.enter(await createUserWithRole(app, 'superuser'));
    const steps = panel.page.getByRole('region', { name: 'First steps' });
    for (const [link, heading] of [
      ['Make a role', 'Create role'],
      ['Invite somebody', 'Invite somebody'],
      ['Import users', 'Import and export'],
      ['Register a service', 'Register a service'],
    ] as const) {
      await steps.getByRole('link', { name: link }).click();
      await panel.page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await panel.page.goBack();
    }
    await panel.look('home-first-steps');
    await createUserWithRole(app, 'member');
    await panel.goTo('');
    await panel.page.getByText('Needs attention').waitFor();
    expect(await steps.count()).toBe(0);
  });

  it('says that mails are kept as files while no mail server is set', async () => {
    await panel.enter(await createUserWithRole(app, 'superuser'));
    await panel.page.getByRole('link', { name: 'No mail server is set' }).click();
    await panel.page.getByRole('cell', { name: /Mails are kept as files/ }).waitFor();
  });
});

describe('a page with nothing on it', () => {
  beforeEach(async () => panel.enter(await createUserWithRole(app, 'superuser')));

  it.each([
    ['/resources/invitations', 'Nobody has been invited yet.', 'Invite somebody'],
    ['/resources/teams', 'There is no team yet.', 'Create team'],
    ['/resources/service-accounts', 'No service is registered.', 'Register a service'],
    ['/resources/api-keys', 'Nobody has made an API key.', 'How API keys are made'],
    ['/resources/mails', 'No mail has gone out', 'Invite somebody'],
    ['/resources/users?filters.search=nobody-there', 'Nothing fits the filter.', 'Show everything'],
    ['/resources/sessions?filters.active=false', 'Nothing fits the filter.', 'Show everything'],
    ['/resources/roles?filters.search=no-such-role', 'Nothing fits the filter.', 'Show everything'],
    ['/pages/separation', 'There is no rule yet.', 'New rule'],
    ['/pages/attention?kind=expiring', 'Nothing of this kind needs attention.', 'Back to the home page'],
    ['/pages/who-can?permission=deal:fly', 'No service has registered deal:fly.', 'See all permissions'],
    ['/pages/search?text=zzzzzz', 'Nothing found for “zzzzzz”.', undefined],
    ['/pages/audit?subjectId=zzzzzz', 'Nothing fits these filters.', undefined],
  ])('%s says what to do next', async (path, text, next) => {
    await panel.goTo(path);
    await empty().getByText(text).waitFor();
    if (next === undefined) return;
    const way = empty()
      .getByRole('link', { name: next })
      .or(empty().getByRole('button', { name: next }));
    expect(await way.count()).toBe(1);
    await way.click();
    await Promise.any([
      empty().getByText(text).waitFor({ state: 'hidden' }),
      panel.page.getByRole('dialog').waitFor(),
    ]);
  });
});
