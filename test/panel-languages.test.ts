import { describe, expect, it, jest } from '@jest/globals';
import { v7 } from 'uuid';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { PermissionCatalogue } from '../apps/auth/src/core/access/index.js';
import { builtInRoles } from '../apps/auth/src/modules/rbac/domain/built-in-roles.js';
import { words } from '../apps/auth/src/words/index.js';
import { RecordAuditEvent } from '../apps/auth/src/modules/audit/index.js';
import { ChangeUserStatus, type UserView } from '../apps/auth/src/modules/user/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { bearer, createUser, createUserWithRole } from './support/people.js';
import { untranslated } from './support/untranslated.js';

jest.setTimeout(240_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app, 'ru');

/** What stays in Latin letters in every language, and why. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'names and abbreviations': [
    'Auth Service',
    'API',
    'IP',
    'JSON',
    'JSON Lines',
    'CSV',
    'UTC',
    'Chrome',
    'Linux',
  ],
  'the documentation is in English': ['Importing and exporting users'],
  'what is typed on a command line or sent to the API': [
    'npm run users:import',
    'POST /auth/v1/users/me/api-keys',
  ],
  'the first visibility group has a name, which administrators change as they like': ['Everybody'],
  'how other systems call their ways to keep passwords': [
    'bcrypt',
    'argon2',
    'pbkdf2',
    'scrypt',
    'keycloak',
    'django',
    'firebase-scrypt',
    'salted-sha256',
    'salted-sha384',
    'salted-sha512',
    'own',
  ],
  'values of settings, as they stand in the environment': ['silent', 'info', 'closed', 'open'],
  'codes of languages': ['en', 'de-CH'],
  'an example of a key': ['deal'],
  'what was searched for': ['xyzzy'],
};

/** Names that the database has: of roles, services, and of the parts of permissions. */
async function names(): Promise<Set<string>> {
  const rows = await app.dataSource.query<{ text: string }[]>(
    `SELECT name AS text FROM roles UNION SELECT key FROM resources UNION SELECT service FROM resources
     UNION SELECT split_part(name, ':', 2) FROM permissions`,
  );
  return new Set([...Object.values(NAMES).flat(), ...rows.map(({ text }) => text)]);
}

/** Something of every kind, so that no list is empty; the ids by the names of the panel's resources. */
async function something(superuser: UserView, user: UserView): Promise<Readonly<Record<string, string>>> {
  const authorization = await bearer(app, superuser);
  const send = async (method: 'post' | 'put', path: string, body?: object): Promise<string> => {
    const answer = await app.request()[method](`/auth/v1${path}`).set({ authorization }).send(body);
    expect([path, Math.floor(answer.status / 100)]).toEqual([path, 2]);
    return (answer.body as { id?: string }).id ?? '';
  };
  const [role, other] = [
    await send('post', '/roles', { name: `роль ${v7()}`, permissions: ['user:read'] }),
    await send('post', '/roles', { name: `роль ${v7()}` }),
  ];
  await send('put', `/roles/${role}/permissions`, { permissions: ['audit:read', 'session:*'] });
  const validUntil = new Date(Date.now() + 86_400_000);
  await send('put', `/users/${user.id}/roles/${role}`, { validUntil });
  await send('post', '/separation-of-duty', {
    name: `правило ${v7()}`,
    cardinality: 2,
    roleIds: [role, other],
  });
  const team = await send('post', '/teams', { name: `команда ${v7()}` });
  await send('put', `/teams/${team}/members/${user.id}`);
  const account = await send('post', '/service-accounts', {
    name: `служба ${v7()}`,
    permissions: ['user:read'],
  });
  const invitation = await send('post', '/invitations', { email: `${v7()}@example.test` });
  await send('post', '/users/me/api-keys', { name: 'ключ', permissions: ['user:read'] });
  await app.app.get(MailDelivery).deliver();
  await app.app.get(RecordAuditEvent).execute({
    action: 'user.updated',
    subjectType: 'user',
    subjectId: user.id,
    before: { displayName: 'а' },
    after: { displayName: 'б' },
  });
  return { users: user.id, roles: role, teams: team, 'service-accounts': account, invitations: invitation };
}

const firstOf = async (table: string, order = 'id') => {
  const [row] = await app.dataSource.query<{ id: string }[]>(
    `SELECT id FROM ${table} ORDER BY ${order} LIMIT 1`,
  );
  return row?.id ?? '';
};

/** Every page: what the navigation has, and what its lists and pages lead to. */
async function everyPath(made: Readonly<Record<string, string>>): Promise<string[]> {
  const hrefs: string[] = await panel.page.evaluate(
    "[...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))",
  );
  const shown = {
    ...made,
    sessions: await firstOf('sessions', 'id DESC'),
    resources: await firstOf('resources'),
    permissions: await firstOf('permissions'),
    'api-keys': await firstOf('api_keys'),
    mails: await firstOf('outgoing_mails'),
  };
  const kinds = ['expiring', 'roleless', 'throttled', 'keys', 'mails', 'jobs'];
  return [
    ...hrefs.map((href) => href.replace('/auth/admin', '')),
    ...Object.entries(shown).map(([resource, id]) => `/resources/${resource}/records/${id}/show`),
    ...['users', 'permissions', 'resources', 'service-accounts'].map(
      (resource) => `/resources/${resource}/records/${shown[resource as keyof typeof shown]}/edit`,
    ),
    ...['users', 'roles', 'teams', 'resources', 'permissions', 'invitations', 'service-accounts'].map(
      (resource) => `/resources/${resource}/actions/new`,
    ),
    ...kinds.map((kind) => `/pages/attention?kind=${kind}`),
    '/resources/users/actions/many',
    '/pages/search?text=super',
    '/pages/search?text=xyzzy',
    '/pages/who-can?permission=user:read',
    `/pages/why-can?permission=user:read&userId=${made.users}`,
    '/logout',
  ];
}

describe('the panel in Russian', () => {
  it('says nothing in English on any of its pages', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const made = await something(superuser, await createUser(app));
    const known = await names();
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      await panel.page.waitForLoadState('networkidle');
      await panel.page.evaluate("document.querySelectorAll('details').forEach((part) => (part.open = true))");
      await panel.page.waitForLoadState('networkidle');
      found.push(...(await untranslated(panel.page, known)).map((text) => `${path}: ${text}`));
    };
    await panel.goTo('/login');
    await look('/login');
    await panel.enter(superuser);
    const paths = await everyPath(made);
    expect(paths.length).toBeGreaterThan(45);
    for (const path of paths) {
      await panel.goTo(path);
      await look(path);
      const filter = panel.page.locator('main').getByRole('button', { name: 'Фильтр', exact: true });
      if (!(await filter.isVisible())) continue;
      // The menus that were opened above lie over it.
      await filter.dispatchEvent('click');
      await look(`${path} (filters)`);
    }
    await panel.goTo('/pages/audit?action=user.updated');
    await panel.page.getByTestId('audit-events').getByRole('button').first().click();
    await look('/pages/audit (an event)');
    expect(found).toEqual([]);
  });

  it('counts, and writes dates and numbers, as one does in Russian', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await panel.enter(superuser);
    await panel.goTo(`/resources/users/records/${superuser.id}/show`);
    const created = panel.page.locator('time').first();
    await created.waitFor();
    expect(await created.innerText()).toMatch(/^\d{1,2} [а-я]{3,4}\.? \d{4} г\., \d\d:\d\d$/);
    await panel.look('user-russian');
    const sessions = await firstOf('sessions', 'id DESC');
    await panel.goTo(`/resources/sessions/records/${sessions}/show`);
    await panel.page.getByText('Вход по паролю').waitFor();
    await panel.look('session-russian');
    await panel.goTo('/resources/permissions');
    await panel.page.getByText('Видеть все ключи API').waitFor();
    await panel.look('permissions-russian');
  });
});

describe('what is built in', () => {
  it('is described in every language, as the code describes it in English', () => {
    const { resources } = app.app.get(PermissionCatalogue);
    const declared = {
      resources: Object.fromEntries(resources.map(({ key, description }) => [key, description])),
      permissions: Object.fromEntries(
        resources.flatMap(({ key, actions }) =>
          Object.entries(actions).map(([action, description]) => [`${key}:${action}`, description]),
        ),
      ),
      roles: Object.fromEntries(builtInRoles.map(({ name, description }) => [name, description])),
    };
    expect(words.tree('en').catalogue).toEqual(declared);
  });

  it('is shown in the language of the reader, and stays as it is in a form', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    await panel.enter(superuser);
    const [permission] = await app.dataSource.query<{ id: string }[]>(
      "SELECT id FROM permissions WHERE name = 'user:read'",
    );
    const id = permission?.id ?? '';
    const described = async (action: string): Promise<unknown> =>
      panel.page.evaluate(
        `fetch('/auth/admin/api/resources/permissions/records/${id}/${action}')
          .then((answer) => answer.json()).then(({ record }) => record.params.description)`,
      );
    expect(await described('show')).toBe('Видеть пользователей');
    expect(await described('edit')).toBe('See users');
  });
});

describe('a list', () => {
  it('is filtered by what is chosen beside it', async () => {
    const superuser = await createUserWithRole(app, 'superuser');
    const { id, email } = await createUser(app);
    await app.app.get(ChangeUserStatus).execute(id, 'disabled');
    await panel.enter(superuser);
    await panel.goTo('/resources/users');
    await panel.page.locator('main').getByRole('button', { name: 'Фильтр', exact: true }).click();
    await panel.page.locator('#filter-status').selectOption({ label: 'отключён' });
    await panel.page.getByRole('button', { name: 'Применить' }).click();
    await panel.page.waitForURL(/filters\.status=disabled/);
    // The list of before stands until the new one is there.
    await panel.page.locator('main').getByText(superuser.email).waitFor({ state: 'detached' });
    expect(await panel.page.locator('main').getByText(email).count()).toBe(1);
  });
});
