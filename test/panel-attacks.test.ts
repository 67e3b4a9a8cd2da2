import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { v7 } from 'uuid';
import { panelPages } from '../apps/auth/src/admin/pages/index.js';
import type { PanelPage } from '../apps/auth/src/admin/pages/panel-page.types.js';
import { panelResources } from '../apps/auth/src/admin/resources/index.js';
import { AssignRole, CreateRole, RevokeRole } from '../apps/auth/src/modules/rbac/index.js';
import { useCommittingApps } from './support/app.js';
import { usePanel } from './support/panel.js';
import { createUser, createUserWithRole, PASSWORD } from './support/people.js';

jest.setTimeout(180_000);

const [app] = useCommittingApps(1) as [ReturnType<typeof useCommittingApps>[number]];
const panel = usePanel(app);

const originOf = () => new URL(panel.page.url()).origin;
const superuser = () => createUserWithRole(app, 'superuser');
const statusOf = async (userId: string) => {
  const rows: { status: string }[] = await app.dataSource.query('SELECT status FROM users WHERE id = $1', [
    userId,
  ]);
  return rows[0]?.status;
};

describe('a page of another site', () => {
  let attacker: Server;
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        attacker = createServer((_, response) => {
          response.setHeader('content-type', 'text/html');
          response.end('<title>Kittens</title>');
        }).listen(0, '127.0.0.1', resolve);
      }),
  );
  afterAll(() => new Promise((resolve) => attacker.close(resolve)));

  /** Everything in the panel that is sent by POST. */
  const everyAction = (userId: string): string[] => {
    const pages = panelPages.map((Page) => app.app.get<PanelPage>(Page, { strict: false }).describe());
    const resources = panelResources.map((Resource) => app.app.get(Resource, { strict: false }).describe());
    return [
      'login',
      'logout',
      'preferences',
      'impersonation/end',
      'api/impersonation',
      ...pages.flatMap(({ name, actions = {} }) =>
        Object.keys(actions).map((action) => `api/pages/${name}/${action}`),
      ),
      ...resources.flatMap(({ id, commands = [] }) => [
        `api/resources/${id}/actions/new`,
        ...['edit', 'delete', ...commands.map(({ name }) => name)].map(
          (action) => `api/resources/${id}/records/${userId}/${action}`,
        ),
      ]),
    ];
  };

  /** Sends a form as a page may send it to any other site, by hand of a script or of a click. */
  async function submit(page: Page, url: string, enctype: string): Promise<number> {
    const answered = page.waitForResponse((response) => response.url() === url, { timeout: 10_000 });
    await page.evaluate(`(() => {
      document.body.innerHTML = '<iframe name="hidden"></iframe><form target="hidden"><input name="email" value="x"></form>';
      const form = document.querySelector('form');
      Object.assign(form, { method: 'post', action: ${JSON.stringify(url)}, enctype: ${JSON.stringify(enctype)} });
      form.submit();
    })()`);
    return (await answered).status();
  }

  // The same host on another port is the same site: there the browser sends the cookie along.
  it.each(['127.0.0.1', 'localhost'])('at %s does nothing in the panel', async (host) => {
    const victim = await createUser(app);
    await panel.enter(await superuser());
    const origin = originOf();
    const evil = `http://${host}:${(attacker.address() as AddressInfo).port}/`;
    const page = await panel.context.newPage();
    const cookies = new Set<boolean>();
    const watch = ({ method, headers }: IncomingMessage) =>
      method === 'POST' && cookies.add((headers.cookie ?? '').includes('auth-session='));
    app.app.getHttpServer().on('request', watch);
    await page.goto(evil);
    const actions = everyAction(victim.id);
    expect(actions.length).toBeGreaterThan(60);
    const statuses = new Map<string, number>();
    page.on('response', (response) => statuses.set(response.url(), response.status()));
    await page.evaluate(
      `Promise.all(${JSON.stringify(actions)}.map((path) => fetch(${JSON.stringify(`${origin}/auth/admin/`)} + path, {
        method: 'POST', mode: 'no-cors', credentials: 'include', body: new URLSearchParams({ id: ${JSON.stringify(victim.id)} }),
      }).catch(() => undefined)))`,
    );
    const answers = actions.map((path) => [path, statuses.get(`${origin}/auth/admin/${path}`)]);
    expect(answers.filter(([, status]) => status !== 403)).toEqual([]);
    expect([...cookies]).toEqual([host === '127.0.0.1']);
    app.app.getHttpServer().off('request', watch);

    for (const enctype of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data'])
      for (const path of ['login', 'logout', `api/resources/users/records/${victim.id}/disable`]) {
        expect([path, enctype, await submit(page, `${origin}/auth/admin/${path}`, enctype)]).toEqual([
          path,
          enctype,
          403,
        ]);
      }
    expect(await statusOf(victim.id)).toBe('active');
    // The session lives on, and the same button works from the panel itself.
    await panel.goTo(`/resources/users/records/${victim.id}/show`);
    await panel.page.getByRole('button', { name: 'Disable' }).click();
    await panel.page.getByRole('button', { name: 'Confirm' }).click();
    await panel.page.getByText('Disabled.').waitFor();
    expect(await statusOf(victim.id)).toBe('disabled');
  });
});

describe('hidden columns', () => {
  it('are neither filtered nor sorted by, in any list', async () => {
    await panel.enter(await superuser());
    const columns = new Set(
      app.dataSource.entityMetadatas.flatMap(({ columns }) =>
        columns.map(({ propertyName }) => propertyName),
      ),
    );
    expect(columns).toContain('passwordHash');
    const resources = panelResources.map((Resource) => app.app.get(Resource, { strict: false }).describe());
    const questions = resources.flatMap(({ id, fields }) => {
      const open = fields.filter(({ places }) => places.includes('filter')).map(({ name }) => name);
      const sortable = fields.filter((field) => field.sortable === true).map(({ name }) => name);
      const hidden = (known: readonly string[]) =>
        [...columns, '__proto__', 'constructor'].filter((name) => !known.includes(name));
      return [
        ...hidden(open).map((name) => `${id}/actions/list?filters.${name}=a`),
        ...hidden(sortable).map((name) => `${id}/actions/list?sortBy=${name}`),
      ];
    });
    expect(questions.length).toBeGreaterThan(1000);
    const origin = originOf();
    const answers: [string, number][] = [];
    for (const question of questions) {
      const answer = await panel.context.request.get(`${origin}/auth/admin/api/resources/${question}`);
      answers.push([question, answer.status()]);
    }
    expect(answers.filter(([, status]) => status !== 400)).toEqual([]);
  });
});

describe('a session', () => {
  it('is a new one at each login: one that was planted before is worthless', async () => {
    const attacker = await superuser();
    const victim = await superuser();
    await panel.enter(attacker);
    const origin = originOf();
    const isSession = ({ name }: { name: string }) => name === 'auth-session';
    const planted = (await panel.context.cookies()).filter(isSession);
    expect(planted).toHaveLength(1);
    await panel.context.clearCookies();
    const [own] = planted;
    for (const cookie of [...planted, { name: 'auth-session', value: 'chosen-by-another', url: origin }]) {
      await panel.context.addCookies([cookie]);
      const answer = await panel.context.request.post(`${origin}/auth/admin/login`, {
        form: { email: victim.email, password: PASSWORD },
        headers: { origin },
        maxRedirects: 0,
      });
      expect(answer.status()).toBe(303);
      const [fresh] = (await panel.context.cookies()).filter(isSession);
      expect(fresh?.value).not.toBe(cookie.value);
      await panel.goTo('');
      await panel.page.getByRole('banner').getByText(victim.email).first().waitFor();
      // What the attacker knows opens nothing: not the victim's session, nor the own one any more.
      await panel.context.clearCookies();
      await panel.context.addCookies([cookie]);
      await panel.goTo('');
      expect(new URL(panel.page.url()).pathname).toBe('/auth/admin/login');
      await panel.context.clearCookies();
    }
    expect(own?.httpOnly).toBe(true);
  });
});

describe('a role taken away while a page is open', () => {
  const permissions = [
    'panel:open',
    'authorization:explain',
    'role:read',
    'user:read',
    'user:create',
    'permission:read',
    'user:update',
    'role:update',
  ] as const;

  /** Somebody who has the panel open, with two roles: the one to get in, and the one that is taken away. */
  async function openedBy(path: string): Promise<() => Promise<void>> {
    const person = await createUser(app);
    const make = (names: readonly (typeof permissions)[number][]) =>
      app.app.get(CreateRole).execute({ name: v7(), permissions: [...names] });
    const inside = await make(['panel:open', 'authorization:explain', 'role:read', 'user:read']);
    const working = await make(permissions);
    for (const { id } of [inside, working]) await app.app.get(AssignRole).execute(person.id, id);
    await panel.enter(person);
    await panel.goTo(path);
    return () => app.app.get(RevokeRole).execute(person.id, working.id);
  }

  /** A refusal is an error in the console of the browser; nothing else may be. */
  const onlyRefusals = () => {
    const others = panel.faults.filter((fault) => !fault.includes('status of 403'));
    panel.faults.splice(0, Infinity, ...others);
    expect(others).toEqual([]);
  };
  const refusal = () =>
    panel.page
      .getByText(/^You may not do this(: it needs \w+:\w+)?\.$|^This change needs \w+:\w+\.$/)
      .first()
      .waitFor();

  it('refuses the next form in words, and keeps what was typed', async () => {
    const takeAway = await openedBy('/resources/users/actions/new');
    await panel.page.fill('#email', 'late@example.test');
    await takeAway();
    await panel.page.getByTestId('button-save').click();
    await refusal();
    expect(await panel.page.inputValue('#email')).toBe('late@example.test');
    await panel.page.getByRole('link', { name: 'Roles' }).first().click();
    await panel.page.getByRole('heading', { name: 'Roles', level: 1 }).waitFor();
    onlyRefusals();
  });

  it('refuses the next change on a page in words, and the page goes on', async () => {
    const { id } = await app.app.get(CreateRole).execute({ name: v7(), permissions: [] });
    const takeAway = await openedBy(`/pages/role?id=${id}`);
    await panel.page.getByRole('checkbox', { name: 'user:read', exact: true }).check();
    await takeAway();
    await panel.page.getByRole('button', { name: 'See what it does' }).click();
    await refusal();
    await panel.page.keyboard.press('Escape');
    await panel.page.getByRole('button', { name: 'Discard' }).click();
    await panel.page.getByRole('link', { name: 'Users' }).first().click();
    await panel.page.getByRole('heading', { name: 'Users', level: 1 }).waitFor();
    onlyRefusals();
  });

  it('refuses the next button in words, and does nothing', async () => {
    const other = await createUser(app);
    const takeAway = await openedBy(`/pages/user?id=${other.id}`);
    await panel.page.getByRole('button', { name: 'Disable' }).waitFor();
    await takeAway();
    await panel.page.getByRole('button', { name: 'Disable' }).click();
    await panel.page.getByRole('button', { name: 'Confirm' }).click();
    await refusal();
    expect(await statusOf(other.id)).toBe('active');
    await panel.page.getByRole('heading', { name: other.email, level: 1 }).waitFor();
    onlyRefusals();
  });

  it('leads out when it was the one that opens the panel', async () => {
    const person = await superuser();
    await panel.enter(person);
    await panel.goTo('/pages/settings');
    const roles: { role_id: string }[] = await app.dataSource.query(
      'SELECT role_id FROM role_assignments WHERE user_id = $1',
      [person.id],
    );
    await superuser();
    for (const { role_id: roleId } of roles) await app.app.get(RevokeRole).execute(person.id, roleId);
    await panel.page.getByRole('link', { name: 'Users', exact: true }).first().click();
    await panel.page.waitForURL(/\/auth\/admin\/login/);
    panel.faults.splice(0, Infinity, ...panel.faults.filter((fault) => !fault.includes('status of 401')));
  });
});
