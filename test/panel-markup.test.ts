import { expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { bearer, createUserWithRole, newEmail } from './support/people.js';

jest.setTimeout(180_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);

/** Breaks out of a script, of an attribute and of an element; it is a text like any other. */
const EVIL = `"'></script><script>ran=1</script><img src=x onerror=ran=1>`;
const named = () => `${EVIL} ${v7().slice(-4)}`;

interface Made {
  readonly id: string;
}

it('shows markup in every text as text, on every page, and runs none of it', async () => {
  const admin = await createUserWithRole(app, 'superuser');
  const authorization = await bearer(app, admin);
  const send = async (method: 'post' | 'put', path: string, body: object): Promise<Made> => {
    const answer = await app
      .request()
      [method](`/auth/v1/${path}`)
      .set({ authorization, 'x-change-reason': EVIL, 'user-agent': EVIL })
      .send(body);
    expect([path, answer.status < 300, answer.text]).toEqual([path, true, answer.text]);
    return answer.body as Made;
  };

  const named2 = { name: named(), description: EVIL };
  const email = newEmail();
  const person = await send('post', 'users', { email, displayName: EVIL, givenName: EVIL, familyName: EVIL });
  const role = await send('post', 'roles', { ...named2, permissions: ['user:read'] });
  const other = await send('post', 'roles', { name: named(), description: EVIL, permissions: [] });
  await send('post', `users/${person.id}/roles`, { roleIds: [role.id] });
  const team = await send('post', 'teams', named2);
  await send('post', `teams/${team.id}/members`, { userIds: [person.id] });
  await send('put', `teams/${team.id}/roles/${other.id}`, {});
  const group = await send('post', 'visibility-groups', named2);
  await send('post', 'resources', { key: 'markup', service: 'markup', description: EVIL });
  await send('post', 'permissions', { resource: 'markup', action: 'read', description: EVIL });
  const service = await send('post', 'service-accounts', { ...named2, permissions: [] });
  const third = await send('post', 'roles', { ...named2, name: named(), permissions: [] });
  const duty = { ...named2, cardinality: 2, roleIds: [other.id, third.id] };
  await send('post', 'separation-of-duty', duty);
  await send('post', 'invitations', { email: newEmail(), displayName: EVIL });
  await send('post', 'users/me/api-keys', { name: EVIL, permissions: ['user:read'] });

  await panel.enter(admin);
  const check = async (what: string) => {
    await panel.page.waitForLoadState('networkidle');
    expect([what, await panel.page.evaluate('typeof ran')]).toEqual([what, 'undefined']);
    expect([what, panel.faults]).toEqual([what, []]);
  };
  for (const path of [
    '/resources/users',
    '/resources/roles',
    '/resources/teams',
    '/resources/invitations',
    '/resources/resources',
    '/resources/permissions?filters.search=markup',
    '/resources/service-accounts',
    '/resources/api-keys',
    `/pages/user?id=${person.id}`,
    `/resources/users/records/${person.id}/edit`,
    '/resources/users/actions/new',
    '/resources/roles/actions/new',
    `/pages/role?id=${role.id}&other=${other.id}`,
    `/pages/team?id=${team.id}`,
    `/pages/service-account?id=${service.id}`,
    `/pages/visibility?id=${group.id}&as=${person.id}`,
    `/pages/why-can?permission=user:read&userId=${person.id}`,
    '/pages/who-can?permission=user:read',
    '/pages/services',
    '/pages/separation',
    '/pages/many-users',
    `/pages/search?text=${encodeURIComponent('<script>ran=1</script>')}`,
  ]) {
    await panel.goTo(path);
    const shown = path.includes('records/')
      ? panel.page.locator('#content')
      : panel.page.getByText('onerror=ran=1').filter({ visible: true });
    const isShown = await shown
      .first()
      .waitFor({ timeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
    expect([path, isShown]).toEqual([path, true]);
    await check(path);
  }
});

it('shows markup of reasons, addresses and files as text in the audit log, settings and the import', async () => {
  const admin = await createUserWithRole(app, 'superuser');
  const authorization = await bearer(app, admin);
  await app
    .request()
    .post('/auth/v1/teams')
    .set({ authorization, 'x-change-reason': EVIL })
    .send({ name: named() })
    .expect(201);
  await app
    .request()
    .post('/auth/v1/login')
    .set('user-agent', EVIL)
    .send({ email: `${EVIL}@x`, password: 'x' });
  await panel.enter(admin);

  await panel.goTo('/pages/audit?action=team.created');
  await panel.page
    .getByRole('button', { name: /^Details/ })
    .first()
    .click();
  await panel.page.getByText('onerror=ran=1').first().waitFor();
  await panel.goTo(
    `/pages/audit?subjectId=${encodeURIComponent(EVIL)}&requestId=${encodeURIComponent(EVIL)}`,
  );
  await panel.page.getByTestId('empty').waitFor();

  await panel.goTo('/pages/settings');
  await panel.page.getByRole('button', { name: 'Change' }).nth(3).click();
  await panel.page.getByLabel('New value').fill(EVIL);
  await panel.page.keyboard.press('Enter');
  await panel.page.getByText('onerror=ran=1').first().waitFor();

  await panel.goTo('/pages/transfer');
  await panel.page.locator('input[type=file]').setInputFiles({
    name: `${EVIL.replaceAll('/', '')}.jsonl`,
    mimeType: 'application/jsonl',
    buffer: Buffer.from(
      [{ email: EVIL }, { email: newEmail(), displayName: EVIL, [EVIL]: EVIL }]
        .map((record) => JSON.stringify(record))
        .join('\n'),
    ),
  });
  await panel.page.getByRole('button', { name: 'Check the file' }).click();
  await panel.page.getByText('Would be imported').waitFor();
  expect(await panel.page.evaluate('typeof ran')).toBe('undefined');
});
