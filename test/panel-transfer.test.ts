import { expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ListUsers } from '../apps/auth/src/modules/user/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUserWith, createUserWithRole, newEmail } from './support/people.js';

jest.setTimeout(120_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);
const choose = (name: string, content: string) =>
  panel.page.getByLabel('File').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const press = (name: string) => panel.page.getByRole('button', { name, exact: true }).click();
const says = (text: string) => panel.page.getByText(text).first().waitFor();
const saved = async (button: string) => {
  const [download] = await Promise.all([panel.page.waitForEvent('download'), press(button)]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};

it('checks a file, imports it part after part and tells what was refused; exports everybody', async () => {
  const superuser = await createUserWithRole(app, 'superuser');
  const emails = Array.from({ length: 450 }, newEmail);
  const rows = emails.map(
    (email) => `${email},"=Ada, ""the first"",
of them"`,
  );
  const file = ['email,displayName', ...rows, 'nobody,Nobody', ''].join('\r\n');
  await panel.enter(superuser);
  await panel.goTo('/pages/transfer');
  await choose('users.csv', file);
  await press('Check the file');
  await says(
    '451 of 451 records. Would be imported: 450. There already: 0. Refused: 1. Nothing was changed.',
  );
  await says('email is no e-mail address');
  await panel.look('transfer');

  await press('Import');
  await says('451 of 451 records. Imported: 450. There already: 0. Refused: 1.');
  const { items } = await app.app.get(ListUsers).execute({ limit: 10, search: emails[449] ?? '' });
  expect(items).toMatchObject([{ email: emails[449], displayName: '=Ada, "the first",\nof them' }]);
  const refused = await saved('Save the refused records');
  expect(refused.name).toBe('refused.jsonl');
  expect(JSON.parse(refused.text)).toEqual({
    record: 451,
    reason: 'email is no e-mail address',
    row: 'nobody,Nobody',
  });

  const exported = await saved('Export users');
  expect(exported.name).toBe('users.csv');
  expect(exported.text).toContain(`${emails[0]},false,"'=Ada, ""the first"",\nof them"`);
  expect(exported.text).not.toContain('argon2');
  await press('Another file');
  await choose('users.csv', exported.text);
  await press('Import');
  // The superuser: nobody becomes one by an import.
  await says('Imported: 0. There already: 450. Refused: 1.');
});

it('says what is wrong with a file that cannot be read', async () => {
  await panel.enter(await createUserWithRole(app, 'superuser'));
  await panel.goTo('/pages/transfer');
  await choose('users.csv', 'email,shoe size\na@example.test,43\n');
  await press('Check the file');
  await says('unknown columns shoe size');
  panel.faults.length = 0;
});

it('imports nothing for those who may only read', async () => {
  await panel.enter(await createUserWith(app, 'panel:open', 'user:read'));
  await panel.goTo('/pages/transfer');
  await panel.page.getByRole('button', { name: 'Export users' }).waitFor();
  expect(await panel.page.getByLabel('File').count()).toBe(0);
});
