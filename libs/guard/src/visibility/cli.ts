#!/usr/bin/env node
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { VisibleTable } from '@auth-service/authorization';
import { CatchUp } from '../following/catch-up.js';
import { runCommand } from '../following/command.js';
import { commandClient } from '../following/command-client.js';
import { Follower } from '../following/follower.js';
import { GroupKeeper, type ReconcileProgress, type RunSql } from './group-keeper.js';
import { GroupKeepers } from './group-keepers.js';

const USAGE = `Makes the visibility groups of a table's rows those of their owners.

  auth-service-visibility --issuer https://auth.example.com/auth --data-source dist/data-source.js --table deal

  --issuer       the auth service
  --data-source  a built file that exports a TypeORM DataSource
  --table        the table
  --after        goes on behind this owner, where an earlier run has stopped
  --watch        goes on following who moves, until it is stopped
  --id, --created-at, --owner, --group, --pinned
                 the table's columns, where they are not id, created_at, owner_id, vg and none

AUTH_CLIENT_ID and AUTH_CLIENT_SECRET are a service account's that has the permission authorization:follow.`;

/** As much of a TypeORM DataSource as is needed. */
interface Source {
  initialize(): Promise<unknown>;
  destroy(): Promise<void>;
  query(text: string, values: unknown[]): Promise<unknown>;
}

const isSource = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && 'initialize' in value && 'query' in value;

const membersOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];

async function openSource(path: string): Promise<Source> {
  const exported = (await import(pathToFileURL(resolve(path)).href)) as { readonly default?: unknown };
  // What CommonJS exports is inside the default export.
  const source = [...membersOf(exported), ...membersOf(exported.default)].find(isSource);
  if (source === undefined) throw new Error(`${path} exports no DataSource: name the file that does.`);
  await source.initialize();
  return source;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

function parameters() {
  const { values } = parseArgs({
    options: {
      issuer: text,
      'data-source': text,
      table: text,
      after: text,
      watch: flag,
      id: text,
      'created-at': text,
      owner: text,
      group: text,
      pinned: text,
      help: flag,
    },
  });
  return values;
}

/** The table with those of its names that were given. */
function tableOf(name: string, values: ReturnType<typeof parameters>): VisibleTable {
  const { id, 'created-at': createdAt, owner, group, pinned } = values;
  const given = Object.entries({ id, createdAt, owner, group, pinned }).filter(([, it]) => it !== undefined);
  return { name, ...Object.fromEntries(given) };
}

const tell = ({ owners, moved, after }: ReconcileProgress): void =>
  console.log(`${owners} owners compared, ${moved} rows moved (--after ${after})`);

async function compareOnce(table: VisibleTable, rows: RunSql, issuer: string, after?: string) {
  const { knowledge, client } = commandClient(issuer, 'visibility');
  await new CatchUp(client, knowledge).begin();
  const groupOf = (userId: string): number => {
    const { replica } = knowledge;
    if (replica === null) throw new Error('nothing is known of the auth service yet');
    return replica.model.groupOf(replica.subject(userId));
  };
  const options = { onProgress: tell, ...(after !== undefined && { after }) };
  const { owners, moved } = await new GroupKeeper(table, rows).reconcile(groupOf, options);
  console.log(`Done: ${owners} owners, ${moved} rows moved.`);
}

async function follow(table: VisibleTable, rows: RunSql, issuer: string) {
  const { knowledge, client } = commandClient(issuer, 'visibility');
  const keepers = new GroupKeepers(knowledge);
  const follower = new Follower(client, knowledge, new CatchUp(client, knowledge));
  keepers.keep(table, rows, { onProgress: tell });
  await follower.onApplicationBootstrap();
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
  follower.onModuleDestroy();
  await keepers.onModuleDestroy();
}

async function run(): Promise<number> {
  const values = parameters();
  const { issuer, table: name, after, watch, 'data-source': path } = values;
  if (values.help || issuer === undefined || name === undefined || path === undefined) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const source = await openSource(path);
  const rows: RunSql = async (sql, given) => (await source.query(sql, given)) as unknown[];
  try {
    const table = tableOf(name, values);
    await (watch ? follow(table, rows, issuer) : compareOnce(table, rows, issuer, after));
    return 0;
  } finally {
    await source.destroy();
  }
}

void runCommand(run);
