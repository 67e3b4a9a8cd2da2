import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defineConfig } from 'vitepress';

const BASE = '/auth/mkdocs/';
const INLINE_SCRIPT = /<script(?: id="[\w-]+")?>([^<]*)<\/script>/g;

/** Every decision in docs/adr, in its order; the title is the first heading. */
const decisions = readdirSync(join(import.meta.dirname, '../adr'))
  .filter((name) => /^\d{4}-.*\.md$/.test(name))
  .sort()
  .map((name) => {
    const title =
      /^# (.*)$/m.exec(readFileSync(join(import.meta.dirname, '../adr', name), 'utf8'))?.[1] ?? name;
    return { text: title, link: `/adr/${name.replace(/\.md$/, '')}` };
  });

/** The site is served under a policy that runs no inline script, so each becomes a file of its own. */
async function moveInlineScripts(page: string, outDir: string): Promise<string> {
  const scripts = new Map<string, string>();
  const moved = page.replace(INLINE_SCRIPT, (_, script: string) => {
    const name = `assets/inline.${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`;
    scripts.set(name, script);
    return `<script src="${BASE}${name}"></script>`;
  });
  await mkdir(join(outDir, 'assets'), { recursive: true });
  for (const [name, script] of scripts) await writeFile(join(outDir, name), script);
  return moved;
}

export default defineConfig({
  title: 'Auth Service',
  description: 'Self-hosted authentication and authorisation for TypeScript teams',
  lang: 'en-GB',
  base: BASE,
  outDir: '../dist/docs/site',
  rewrites: { 'adr/README.md': 'adr/index.md' },
  metaChunk: true,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  transformHtml: (page, _id, { siteConfig }) => moveInlineScripts(page, siteConfig.outDir),
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    sidebar: [
      {
        text: 'Start',
        items: [
          { text: 'What it is', link: '/' },
          { text: 'Getting started', link: '/getting-started' },
          { text: 'The panel', link: '/panel' },
          { text: 'The client library', link: '/client' },
          { text: 'The guard library', link: '/guard' },
          { text: 'A service of your own', link: '/tasks' },
          { text: 'Importing and exporting users', link: '/import' },
          { text: 'Operations', link: '/operations' },
        ],
      },
      {
        text: 'Concepts',
        items: [
          { text: 'Accounts and mails', link: '/concepts/accounts' },
          { text: 'Sessions and tokens', link: '/concepts/sessions-and-tokens' },
          { text: 'Second factors and passkeys', link: '/concepts/second-factors' },
          { text: 'Passwords', link: '/passwords' },
          { text: 'Other identity providers', link: '/federation' },
          { text: 'Services and API keys', link: '/concepts/services-and-api-keys' },
          { text: 'Roles and permissions', link: '/concepts/rbac' },
          { text: 'Teams and visibility groups', link: '/concepts/teams-and-visibility-groups' },
          { text: 'Decisions', link: '/concepts/decisions' },
          { text: 'Visibility in your own tables', link: '/visibility' },
          { text: 'Errors', link: '/concepts/errors' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'Configuration', link: '/config' },
          { text: 'Error codes', link: '/errors' },
          { text: 'Database', link: '/erd' },
          { text: 'Dependencies', link: '/dependencies' },
        ],
      },
      { text: 'Decisions', collapsed: true, items: [{ text: 'All decisions', link: '/adr/' }, ...decisions] },
    ],
  },
});
