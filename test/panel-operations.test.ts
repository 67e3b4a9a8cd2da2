import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { runTimeSettingNames } from '../apps/auth/src/core/config/index.js';
import { failureCodes } from '../apps/auth/src/core/errors/index.js';
import { JobRunner, PeriodicJobs } from '../apps/auth/src/core/jobs/index.js';
import { MailDelivery, MailOutbox } from '../apps/auth/src/core/mail/index.js';
import { words } from '../apps/auth/src/words/index.js';
import { jobStatuses } from '../apps/auth/src/modules/system/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { useMailbox } from './support/mailbox.js';
import { usePanel } from './support/panel.js';
import { createUserWith, createUserWithRole } from './support/people.js';

jest.setTimeout(180_000);

const mailbox = useMailbox();
const [app] = useCommittingApps(1, () => ({
  SMTP_URL: mailbox.url,
  MAILS_PER_ADDRESS_PER_HOUR: '12',
})) as [TestApp];
const panel = usePanel(app);
const page = () => panel.page;

let failing = false;
beforeAll(async () => {
  app.app.get(PeriodicJobs).declare({
    name: 'tested',
    everySeconds: 5400,
    canStop: true,
    run: async (signal) => {
      if (failing)
        throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:25'), { code: 'ECONNREFUSED' });
      while (!signal.aborted) await sleep(20);
    },
  });
  await app.app.get(JobRunner).start();
});

it('has words for each job, state, failure and setting', () => {
  const jobs = app.app
    .get(PeriodicJobs)
    .all()
    .map(({ name }) => name);
  const keys = [
    ...jobs.filter((name) => name !== 'tested').map((name) => `pages.jobs.names.${name}.label`),
    ...jobStatuses.map((status) => `values.status.${status}`),
    ...failureCodes.map((code) => `values.errorCode.${code}`),
    ...runTimeSettingNames.map((name) => `pages.settings.names.${name}.label`),
  ];
  expect(keys.filter((key) => words.find('ru', key) === undefined)).toEqual([]);
});

describe('background work', () => {
  it('is looked at, begun, stopped and tried again; what failed leads here from the home page', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await panel.enter(superuser);
    await panel.goTo('/pages/jobs');
    await page()
      .getByRole('button', { name: /^(Run now|Try again): tested$/i })
      .click();
    await page().getByText('running').waitFor();
    await page()
      .getByRole('button', { name: /^Stop: tested$/i })
      .click();
    await page()
      .getByRole('button', { name: 'Yes, do it' })
      .or(page().locator('dialog .p-button-danger'))
      .click();
    await page().getByText('stopped ·').waitFor();
    failing = true;
    await page()
      .getByRole('button', { name: /^(Run now|Try again): tested$/i })
      .click();
    const summary = page().getByText('The server could not be reached');
    await summary.waitFor();
    await summary.click();
    await page().getByText('connect ECONNREFUSED').waitFor();
    await panel.look('jobs');
    await panel.goTo('');
    await page().getByRole('link', { name: 'Background work that failed' }).click();
    await page().getByRole('cell', { name: 'tested' }).getByRole('link').click();
    failing = false;
    await page()
      .getByRole('button', { name: /^(Run now|Try again): tested$/i })
      .click();
    await page().getByText('running').waitFor();
    await page()
      .getByRole('button', { name: /^Stop: tested$/i })
      .click();
    await page().locator('dialog .p-button-danger').click();
    await page().getByText('stopped ·').waitFor();
  });

  it('is only looked at by those who may no more', async () => {
    await panel.enter(await createUserWith(app, 'panel:open', 'job:read'));
    await panel.goTo('/pages/jobs');
    await page().getByText('Ended sessions').waitFor();
    expect(
      await page()
        .getByRole('button', { name: /Run now/ })
        .count(),
    ).toBe(0);
  });
});

describe('mails', () => {
  it('that failed are found from the home page, sent again and given up', async () => {
    mailbox.refuse(true);
    for (const recipient of ['late@example.test', 'never@example.test', 'sent@example.test']) {
      mailbox.refuse(recipient !== 'sent@example.test');
      await app.app.get(MailOutbox).queue('password-changed', recipient, { locale: 'en' });
      await app.app.get(MailDelivery).deliver();
    }
    await app.dataSource.query(
      "UPDATE outgoing_mails SET expires_at = now() - interval '1 minute', due_at = now() WHERE recipient = 'late@example.test'",
    );
    mailbox.refuse(true);
    await app.app.get(MailDelivery).deliver();
    mailbox.refuse(false);
    await panel.enter(await createUserWithRole(app, 'superuser'));
    await page().getByRole('link', { name: 'Mails that could not be sent' }).click();
    await page().getByRole('cell', { name: 'late@example.test' }).getByRole('link').click();
    await page().getByText('The server refused it for now').waitFor();
    await panel.look('mail');
    await panel.goTo('/resources/mails');
    await page().getByText('sent@example.test').waitFor();
    await panel.look('mails');
    await panel.goTo('/resources/mails?filters.search=late@');
    await page().getByText('late@example.test').waitFor();
    expect(await page().getByText('never@example.test').count()).toBe(0);
    const [mail] = await app.dataSource.query<{ id: string }[]>(
      "SELECT id FROM outgoing_mails WHERE recipient = 'late@example.test'",
    );
    await panel.goTo(`/resources/mails/records/${mail?.id}/show`);
    await page().getByText('Send again').click();
    await page().getByRole('button', { name: 'Confirm' }).click();
    await page().getByText('It goes out in a moment.').waitFor();
    await app.app.get(MailDelivery).deliver();
    expect(mailbox.take('late@example.test').subject).toContain('password');
  });
});

describe('settings', () => {
  it('are changed and reset, with who did it, and say what is wrong with a value', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await panel.enter(superuser);
    await panel.goTo('/pages/settings');
    await page().getByRole('button', { name: 'Change: Log level' }).click();
    await page().getByLabel('New value').selectOption('fatal');
    await page().getByRole('button', { name: 'Save' }).click();
    await page().getByText(superuser.email, { exact: false }).last().waitFor();
    await page().getByRole('button', { name: 'Change: Words that are no password' }).click();
    await page().getByLabel('New value').fill('acme, rockets');
    await panel.look('settings-dialog');
    await page().keyboard.press('Enter');
    await page().getByText('acme, rockets').waitFor();
    await page().getByRole('button', { name: 'Change: Mails for an address' }).click();
    await page().getByLabel('New value').fill('2000');
    await page().getByRole('button', { name: 'Save' }).click();
    expect(await page().evaluate("document.querySelector('dialog input').validity.rangeOverflow")).toBe(true);
    await page().keyboard.press('Escape');
    await panel.look('settings');
    await page().getByRole('button', { name: 'Reset: Log level' }).click();
    await page()
      .locator('dialog')
      .getByRole('button', { name: 'Yes' })
      .or(page().locator('dialog .p-button-primary'))
      .click();
    await page().getByText('Reset.').waitFor();
    await page().getByRole('button', { name: 'Reset: Log level' }).waitFor({ state: 'hidden' });
  });

  it('refuse a change on top of one that somebody else has made', async () => {
    await panel.enter(await createUserWithRole(app, 'superuser'));
    await panel.goTo('/pages/settings');
    await page().getByRole('button', { name: 'Change: Length of a password' }).click();
    await app.dataSource.query(
      "INSERT INTO settings (name, value, version) VALUES ('PASSWORD_MIN_LENGTH', '30', 1)",
    );
    await page().getByLabel('New value').fill('16');
    await page().getByRole('button', { name: 'Save' }).click();
    await page().getByRole('dialog').getByRole('alert').waitFor();
    expect(panel.faults.splice(0)).toEqual([expect.stringContaining('412')]);
  });

  it('speak Russian, and are read alone by those who may no more', async () => {
    await panel.enter(await createUserWith(app, 'panel:open', 'system:read', 'job:read'));
    await page().getByRole('banner').locator('summary').click();
    await page().getByLabel('Language').selectOption('ru');
    await page().getByRole('heading', { name: 'Обзор' }).waitFor();
    await panel.goTo('/pages/settings');
    await page().getByText('Уровень журнала').waitFor();
    expect(
      await page()
        .getByRole('button', { name: /Изменить/ })
        .count(),
    ).toBe(0);
    await panel.look('settings-russian');
    await panel.goTo('/pages/jobs');
    await page().getByText('Завершённые сеансы').first().waitFor();
    await panel.look('jobs-russian');
  });
});
