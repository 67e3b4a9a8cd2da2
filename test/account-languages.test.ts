import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { MailDelivery } from '../apps/auth/src/core/mail/index.js';
import { useCommittingApps } from './support/app.js';
import { openBrowser } from './support/browser.js';
import { freePort } from './support/free-port.js';
import { useMailbox } from './support/mailbox.js';
import { createUser, createUserWithRole, newEmail, PASSWORD } from './support/people.js';
import { untranslated } from './support/untranslated.js';

jest.setTimeout(120_000);

const mailbox = useMailbox();
let port = 0;
beforeAll(async () => (port = await freePort()));
const [app] = useCommittingApps(1, () => ({
  SMTP_URL: mailbox.url,
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  EMAIL_LOGIN: 'on',
})) as [ReturnType<typeof useCommittingApps>[number]];

let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  await app.app.listen(port, '127.0.0.1');
  browser = await openBrowser();
  await createUserWithRole(app, 'superuser');
});
afterAll(() => browser.close());
beforeEach(async () => {
  context = await browser.newContext({ locale: 'ru-RU' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});
afterEach(() => context.close());

const goTo = (path: string) => page.goto(`http://127.0.0.1:${port}/auth/account${path}`);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (text: string) => page.getByText(text).first().waitFor();

async function enter(email: string, password = PASSWORD): Promise<void> {
  await page.fill('#email', email);
  await page.fill('#password', password);
  await press('Войти');
}

/** Names that are the same in every language. */
const NAMES = new Set(['Auth Service', 'UTC', 'JSON', 'PIN', 'JavaScript', 'Chrome', 'Linux']);

async function look(name: string): Promise<void> {
  expect([name, await untranslated(page, NAMES)]).toEqual([name, []]);
  mkdirSync('reports/account', { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `reports/account/${name}.${colorScheme}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `reports/account/${name}.telephone.png`, fullPage: true });
  const excess = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  expect([name, Math.max(0, Number(excess))]).toEqual([name, 0]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

describe('the account pages in Russian', () => {
  it('say nothing in English: without a login', async () => {
    for (const [name, path] of Object.entries({
      login: '/login?done=password-changed',
      'sign-up': '/sign-up',
      'forgot-password': '/forgot-password',
      'login-email': '/login-email',
      'login-code': '/login-code',
      'login-link': '/login-link?code=1',
      'invalid-link': '/invitation?token=none',
    })) {
      await goTo(path);
      expect(await page.getAttribute('html', 'lang')).toBe('ru');
      await look(name);
    }
  });

  it('say nothing in English: what is refused', async () => {
    await goTo('/login');
    await enter(newEmail(), 'not the password');
    await says('Неверная почта или пароль');
    await look('refused-login');
    await goTo('/sign-up');
    await page.fill('#email', newEmail());
    await page.fill('#password', 'too short');
    await press('Создать');
    await says('Пароль должен быть не короче 15 символов.');
    await look('refused-sign-up');
  });

  it('say nothing in English: the own account', async () => {
    const { email } = await createUser(app);
    await goTo('');
    await enter(email);
    await says('Ваша учётная запись');
    await look('profile');
    for (const name of ['security', 'sessions', 'data', 'confirm']) {
      await goTo(`/${name}`);
      await look(name);
    }
    await goTo('/sessions');
    await page.locator('ul.items a').first().click();
    await says('Вход по паролю с адреса 127.0.0.1');
    await look('story');
    await goTo('/security');
    await press('Настроить приложение');
    await says('Отсканируйте');
    await look('totp');
  });

  it('change the language for this browser, the panel included, and keep where one was', async () => {
    await goTo('/sessions');
    await press('English');
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    expect(page.url()).toContain('returnTo=%2Fauth%2Faccount%2Fsessions');
    await page.goto(`http://127.0.0.1:${port}/auth/admin/login`);
    await says('Log in to administer users and their rights.');
  });

  it('are in the language that somebody chose for their mails', async () => {
    const { email } = await createUser(app);
    await goTo('');
    await enter(email);
    await page.selectOption('#locale', 'en');
    await press('Сохранить');
    await says('Your profile is saved.');
    await page.selectOption('#locale', 'ru');
    await press('Save');
    await says('Профиль сохранён.');
    // There are mails in German, and no pages.
    await page.selectOption('#locale', 'de');
    await press('Сохранить');
    await says('Профиль сохранён.');
  });

  it('make accounts whose mails are in Russian', async () => {
    const email = newEmail();
    await goTo('/sign-up');
    await page.fill('#email', email);
    await page.fill('#password', PASSWORD);
    await press('Создать');
    await says('Проверьте почту');
    await app.app.get(MailDelivery).deliver();
    const { subject, text } = mailbox.take(email);
    expect(subject).toBe('Подтвердите адрес эл. почты');
    expect(text).toMatch(/в течение \d+ час(а|ов)/);
  });
});

describe('a page', () => {
  it('names its language, and what it depends on', async () => {
    const get = (headers: Record<string, string>) => app.request().get('/auth/account/login').set(headers);
    for (const [headers, language] of [
      [{}, 'en'],
      [{ 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.8' }, 'ru'],
      [{ 'accept-language': 'de, en;q=0.5, ru;q=0.7' }, 'ru'],
      [{ 'accept-language': 'ru', cookie: 'auth-language=en' }, 'en'],
      [{ 'accept-language': 'ru', cookie: 'auth-language=xx' }, 'ru'],
    ] as const) {
      const answer = await get(headers);
      expect(answer.headers).toMatchObject({
        'content-language': language,
        vary: 'Accept-Language, Cookie',
      });
      expect(answer.text).toContain(`<html lang="${language}"`);
    }
  });

  it('keeps no language that there is not, and goes nowhere else', async () => {
    const choose = (form: object, origin = `http://127.0.0.1:${port}`) =>
      app.request().post('/auth/account/language').set({ origin }).type('form').send(form);
    const none = await choose({ language: 'xx', returnTo: '//evil.example' }).expect(303);
    expect(none.headers['set-cookie']).toBeUndefined();
    expect(none.headers.location).toBe('/auth/account');
    const russian = await choose({ language: 'ru', returnTo: '/auth/account/login' }).expect(303);
    expect(String(russian.headers['set-cookie'])).toMatch(/^auth-language=ru; .*HttpOnly; SameSite=Strict/);
    await choose({ language: 'ru' }, 'https://evil.example').expect(403);
  });
});
