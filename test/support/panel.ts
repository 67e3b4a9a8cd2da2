import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestApp } from './app.js';
import { openBrowser } from './browser.js';
import { PASSWORD } from './people.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Not in the repository: to be looked at. */
const PICTURES = 'reports/panel';

const DESKTOP = { width: 1366, height: 850 };
const TELEPHONE = { width: 390, height: 844 };

/** A browser at the panel, anew for each test. */
export class PanelBrowser {
  /** What went wrong: errors of the console, which violations of the policy are too, and requests to other hosts. */
  readonly faults: string[] = [];
  /** Where the application listens. */
  origin = '';
  private opened: { readonly context: BrowserContext; readonly page: Page } | undefined;

  get page(): Page {
    if (this.opened === undefined) throw new Error('used before the tests run');
    return this.opened.page;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  async open(browser: Browser, origin: string, locale: string): Promise<void> {
    this.origin = origin;
    this.faults.length = 0;
    const context = await browser.newContext({ viewport: DESKTOP, locale });
    const page = await context.newPage();
    this.opened = { context, page };
    page.setDefaultTimeout(20_000);
    page.on(
      'console',
      (message) => message.type() === 'error' && this.faults.push(`console: ${message.text()}`),
    );
    page.on('pageerror', (error) => this.faults.push(`page: ${error.message}`));
    page.on('dialog', (dialog) => {
      this.faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
        this.faults.push(`outside: ${request.url()}`);
    });
  }

  async close(): Promise<void> {
    await this.opened?.context.close();
  }

  /** Opens a page by its path below `/auth/admin`. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.origin}/auth/admin${path}`);
  }

  /** Logs in on the login page. */
  async enter({ email }: { readonly email: string }, password = PASSWORD): Promise<void> {
    await this.goTo('');
    await this.page.fill('#email', email);
    await this.page.fill('#password', password);
    await this.page.click('button[type=submit]');
    await this.page.getByTestId('panel-dashboard').waitFor();
  }

  /**
   * Takes pictures of the page as it is, by day, by night and on a telephone, into `reports/panel/`. Fails on serious
   * faults that axe finds by day or by night, and on a page that is wider than the telephone.
   */
  async look(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme });
      await this.picture(`${name}.${colorScheme}`);
      expect({ name, colorScheme, faults: await this.axeFaults() }).toEqual({
        name,
        colorScheme,
        faults: [],
      });
    }
    await this.page.setViewportSize(TELEPHONE);
    await this.picture(`${name}.telephone`);
    const excess = await this.page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect({ name, excess: Math.max(0, Number(excess)) }).toEqual({ name, excess: 0 });
    await this.page.emulateMedia({ colorScheme: 'light' });
    await this.page.setViewportSize(DESKTOP);
  }

  private async picture(name: string): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.screenshot({ path: `${PICTURES}/${name}.png`, animations: 'disabled' });
  }

  private async axeFaults(): Promise<string[]> {
    await this.page.evaluate(axe);
    return this.page.evaluate(`axe.run().then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes[0].html))`);
  }
}

/** The panel of an application in a browser; each test fails on what went wrong in it. */
export function usePanel(app: TestApp, locale = 'en'): PanelBrowser {
  const panel = new PanelBrowser();
  let browser: Browser;
  let origin: string;
  beforeAll(async () => {
    await app.app.listen(0, '127.0.0.1');
    origin = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());
  beforeEach(() => panel.open(browser, origin, locale));
  afterEach(async () => {
    await panel.close();
    expect(panel.faults).toEqual([]);
  });
  return panel;
}
