import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { GroupKeepers } from '@auth-service/guard';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  CreateVisibilityGroup,
  DeleteVisibilityGroup,
  MoveMember,
} from '../apps/auth/src/modules/visibility-group/index.js';
import { type TestApp, useCommittingApps, useDatabase } from './support/app.js';
import { createGuardAccount, guardOptions, startGuarded, until } from './support/guarded-app.js';
import { createUser } from './support/people.js';

@Controller()
class NothingController {}

const root = join(import.meta.dirname, '..');
const sourceFile = join(root, 'reports', `data-source-${process.pid}.mjs`);
// Before the database is dropped.
afterAll(async () => {
  await pool.end();
  rmSync(sourceFile, { force: true });
});
const database = useDatabase('empty');
const [service] = useCommittingApps(1) as [TestApp];
let pool: pg.Pool;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: database.url });
  await pool.query(
    `CREATE TABLE deal (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), created_at timestamptz NOT NULL DEFAULT now(),
       owner_id uuid, vg int NOT NULL DEFAULT 0, visible_to smallint NOT NULL DEFAULT 3)`,
  );
  await service.app.listen(0, '127.0.0.1');
}, 30_000);

const newGroup = (name: string) => service.app.get(CreateVisibilityGroup).execute({ name });
const move = (group: { id: string }, user: { id: string }) =>
  service.app.get(MoveMember).execute(group.id, user.id);
const groupsOf = async (user: { id: string }): Promise<number[]> => {
  const { rows } = await pool.query<{ vg: number }>('SELECT DISTINCT vg FROM deal WHERE owner_id = $1', [
    user.id,
  ]);
  return rows.map(({ vg }) => vg);
};
const isAllIn = (user: { id: string }, number: number) => async () => {
  const groups = await groupsOf(user);
  return groups.length === 1 && groups[0] === number;
};

it('rows move along with their owners while a service runs, and those that were missed when it starts', async () => {
  const [user, north, south] = [await createUser(service), await newGroup('north'), await newGroup('south')];
  await pool.query('INSERT INTO deal (owner_id) SELECT $1 FROM generate_series(1, 2500)', [user.id]);
  await move(north, user);
  const options = guardOptions(service, await createGuardAccount(service), await service.app.getUrl());
  const sales = await startGuarded(options, [NothingController]);
  sales.app
    .get(GroupKeepers)
    .keep({ name: 'deal' }, async (text, values) => (await pool.query<object>(text, values)).rows);
  await until(isAllIn(user, north.number));
  await move(south, user);
  await until(isAllIn(user, south.number));
  await service.app.get(DeleteVisibilityGroup).execute(south.id, { transferTo: north.id });
  await until(isAllIn(user, north.number));
  await sales.close();
}, 60_000);

it('the command makes all rows right and says how far it is', async () => {
  const [user, west] = [await createUser(service), await newGroup('west')];
  await pool.query('INSERT INTO deal (owner_id) SELECT $1 FROM generate_series(1, 10)', [user.id]);
  await move(west, user);
  const account = await createGuardAccount(service);
  // Elsewhere than in a service: a DataSource that TypeORM's own commands take as well.
  writeFileSync(
    sourceFile,
    `import { DataSource } from 'typeorm';
export default new DataSource({ type: 'postgres', url: ${JSON.stringify(database.url)} });`,
  );
  const parameters = ['--issuer', `${await service.app.getUrl()}/auth`, '--data-source', sourceFile];
  const command = (...more: string[]) =>
    runVisibility([...parameters, ...more], {
      AUTH_CLIENT_ID: account.id,
      AUTH_CLIENT_SECRET: account.clientSecret,
    });
  const { code, output } = await command('--table', 'deal');
  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('10 rows moved') });
  expect(await groupsOf(user)).toEqual([west.number]);
  expect(await command()).toMatchObject({ code: 2, output: expect.stringContaining('--table') });
}, 60_000);

async function runVisibility(parameters: readonly string[], environment: Readonly<Record<string, string>>) {
  const file = join(root, 'libs/guard/dist/esm/visibility/cli.js');
  const child = spawn(process.execPath, [file, ...parameters], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
