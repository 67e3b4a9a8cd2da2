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

/** Asked in a process of its own, since the package is an ES module that Jest cannot load. */
function packaged(): Executable {
  // In a single process, as it is preset, the browser ends with its first page.
  const script = `
    const { default: chromium } = await import('@sparticuz/chromium');
    const args = chromium.args.filter((arg) => arg !== '--single-process');
    console.log(JSON.stringify({ path: await chromium.executablePath(), args }));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
  ) as Executable;
}
