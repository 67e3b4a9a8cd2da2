import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { useCommittingApps } from './support/app.js';
import { openBrowser } from './support/browser.js';
import { freePort } from './support/free-port.js';
import { newEmail } from './support/people.js';

jest.setTimeout(60_000);

const CLIENT = ['our-service', 'xyzzy-provider-secret'] as const;
let port = 0;
let issuer = '';
let provider: ChildProcess;

beforeAll(async () => {
  port = await freePort();
  const callback = `http://127.0.0.1:${port}/auth/account/federation/acme/callback`;
  provider = spawn(process.execPath, ['test/support/honest-provider.mjs', callback, ...CLIENT], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (provider.stdout === null) throw new Error('no output');
  const [first] = (await once(provider.stdout, 'data')) as [Buffer];
  issuer = first.toString().trim();
}, 30_000);
afterAll(async () => {
  provider.kill();
  await once(provider, 'exit');
});

const [app] = useCommittingApps(1, () => {
  const file = join(mkdtempSync(join(tmpdir(), 'providers-')), 'providers.json');
  const acme = {
    issuer,
    label: 'Acme',
    clientId: CLIENT[0],
    clientSecretEnv: 'ACME_SECRET',
    createUsers: true,
  };
  writeFileSync(file, JSON.stringify({ acme }));
  return {
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    IDENTITY_PROVIDERS_FILE: file,
    ACME_SECRET: CLIENT[1],
  };
}) as [ReturnType<typeof useCommittingApps>[number]];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  await app.app.listen(port, '127.0.0.1');
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
});
afterAll(() => browser.close());

const goTo = (path: string) => page.goto(`http://127.0.0.1:${port}/auth/account${path}`);
const says = (text: string) => page.getByText(text).first().waitFor();

async function throughAcme(email: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue with Acme' }).click();
  await page.waitForURL((url) => url.origin === issuer);
  await page.fill('input[name=login]', email);
  await page.fill('input[name=password]', 'anything');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

describe('a login with a provider, clicked through', () => {
  it('makes the account, is there after coming back, and can be unlinked only beside another way in', async () => {
    const email = newEmail();
    await goTo('/sessions');
    await throughAcme(email);
    await says('This device');
    expect(new URL(page.url()).pathname).toBe('/auth/account/sessions');
    await goTo('');
    await says(email);
    await goTo('/security');
    await says('Linked accounts');
    await page.getByRole('button', { name: 'Unlink' }).click();
    await says('This is the only way into the account');
  });

  it('says so when somebody turns back at the provider', async () => {
    await page.context().clearCookies();
    await goTo('/login');
    await page.getByRole('button', { name: 'Continue with Acme' }).click();
    await page.waitForURL((url) => url.origin === issuer);
    await page.getByText('[ Cancel ]').click();
    await says('The login was cancelled.');
  });
});
