import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The database that all copies are made of. */
export function templateUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined) throw new Error('the global setup has not run');
  return url;
}

/** A database of a test file's own. */
export interface OwnDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Copies the migrated and seeded template, or makes an empty database. */
export async function createDatabase(kind: 'seeded' | 'empty' = 'seeded'): Promise<OwnDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const template = new URL(templateUrl()).pathname.slice(1);
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${kind === 'seeded' ? template : 'template0'}`);
  const url = new URL(templateUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => drop(name) };
}

/** Connections that are just being closed get a moment: one that is cut then would tell an error that nobody expects. */
const CLOSING_MS = 1000;

async function drop(name: string): Promise<void> {
  const isInUse = `SELECT FROM pg_stat_activity WHERE datname = '${name}' AND backend_type = 'client backend' LIMIT 1`;
  const end = Date.now() + CLOSING_MS;
  while ((await onServer(isInUse)) > 0 && Date.now() < end) await sleep(20);
  await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
}

/** `object_in_use`: a template can be copied by one at a time; `insufficient_privilege`: vacuum is at work in what is dropped. */
const PASSING = ['55006', '42501'];

/**
 * Asks again what only has to wait for somebody else.
 *
 * @returns how many rows it gave
 */
async function onServer(sql: string): Promise<number> {
  const url = new URL(templateUrl());
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return (await client.query(sql)).rowCount ?? 0;
      } catch (error) {
        if (!PASSING.includes((error as { code?: string }).code ?? '') || attempt === 200) throw error;
        await sleep(50);
      }
    }
  } finally {
    await client.end();
  }
}
