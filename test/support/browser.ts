import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

interface Executable {
  readonly path: string;
  readonly args: readonly string[];
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Starts a browser: the one that `CHROMIUM_PATH` names, one that is installed, or the Chromium that comes inside an npm
 * package for Linux on x64.
 */
export async function openBrowser(): Promise<Browser> {
  const { path, args } = installed() ?? packaged();
  return chromium.launch({ executablePath: path, args: [...args], headless: true });
}

function installed(): Executable | undefined {
  const path = [process.env.CHROMIUM_PATH ?? '', ...INSTALLED].find((candidate) => existsSync(candidate));
  return path === undefined ? undefined : { path, args: ['--no-sandbox'] };
}

/**
 * Presets of the package that are left out: in a single process the browser ends with its first page, and without its
 * security it shows what no user's browser would.
 */
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

/** Asked in a process of its own, since the package is an ES module that Jest cannot load. */
function packaged(): Executable {
  const script = `
    const { default: chromium } = await import('@sparticuz/chromium');
    console.log(JSON.stringify({ path: await chromium.executablePath(), args: chromium.args }));`;
  const { path, args } = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  ) as Executable;
  return { path, args: args.filter((arg) => !UNWANTED.includes(arg)) };
}
