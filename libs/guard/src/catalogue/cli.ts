#!/usr/bin/env node
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runCommand } from '../following/command.js';
import { commandClient } from '../following/command-client.js';
import { differences, inForce, type ListedPermission, writePermissions } from './permissions-file.js';

const USAGE = `Writes the permissions of the auth service's catalogue into a TypeScript file.

  auth-service-permissions --issuer https://auth.example.com/auth [--out src/permissions.ts] [--check]

  --issuer   the auth service
  --out      the file; src/permissions.ts when nothing is said
  --check    writes nothing, and fails when the file and the catalogue differ

AUTH_CLIENT_ID and AUTH_CLIENT_SECRET are a service account's that has the permission permission:read.`;

interface Page {
  readonly items: readonly ListedPermission[];
  readonly nextCursor: string | null;
}

async function readCatalogue(issuer: string): Promise<ListedPermission[]> {
  const { client } = commandClient(issuer, 'permissions');
  const listed: ListedPermission[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page = await client.get(`/permissions?limit=200${from}`);
    listed.push(...page.items);
    cursor = page.nextCursor;
  }
  return inForce(listed);
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      issuer: { type: 'string' },
      out: { type: 'string', default: 'src/permissions.ts' },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || values.issuer === undefined) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const permissions = await readCatalogue(values.issuer);
  if (!values.check) {
    writeFileSync(values.out, writePermissions(permissions));
    console.log(`${values.out}: ${permissions.length} permissions`);
    return 0;
  }
  const found = differences(existsSync(values.out) ? readFileSync(values.out, 'utf8') : '', permissions);
  if (found.length === 0) return 0;
  console.error(`${values.out} and the catalogue differ (+ in the catalogue alone, - in the file alone):`);
  console.error(found.join('\n'));
  console.error('Without --check it is written anew.');
  return 1;
}

void runCommand(run);
