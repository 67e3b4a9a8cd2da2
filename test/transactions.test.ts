import { beforeEach, describe, expect, it } from '@jest/globals';
import { TransactionHost } from '@nestjs-cls/transactional';
import { setImmediate as turnOfTheLoop, setTimeout as sleep } from 'node:timers/promises';
import { RequestContext } from '../apps/auth/src/core/context/index.js';
import { Database } from '../apps/auth/src/core/database/index.js';
import { transactionOf } from '../apps/auth/src/core/database/transaction.js';
import type { TypeOrmTransactionalAdapter } from '../apps/auth/src/core/database/transactional-adapter.js';
import { type TestApp, useCommittingApps } from './support/app.js';

const [here] = useCommittingApps(1) as [TestApp];

let database: Database;
let inTransaction: <T>(work: () => Promise<T>) => Promise<T>;

beforeEach(async () => {
  database = here.app.get(Database);
  const host = here.app.get(TransactionHost);
  inTransaction = (work) => host.withTransaction(work);
  await here.dataSource.query(
    'CREATE TABLE IF NOT EXISTS notes (id integer PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)',
  );
  await here.dataSource.query('TRUNCATE notes');
});

const note = (id: number) => database.query('INSERT INTO notes VALUES ($1)', [id]);
const notes = async () =>
  (await here.dataSource.query<{ id: number }[]>('SELECT id FROM notes ORDER BY id')).map(({ id }) => id);

describe('a command that succeeds', () => {
  it('commits, and does afterwards what was kept for it', async () => {
    const seen: number[][] = [];
    await inTransaction(async () => {
      await note(1);
      await database.afterCommit(async () => seen.push(await notes()));
      expect(await notes()).toEqual([]);
    });
    expect(seen).toEqual([[1]]);
  });

  it('fails when its commit does, and does nothing afterwards', async () => {
    let done = false;
    const twice = inTransaction(async () => {
      await database.afterCommit(() => (done = true));
      await Promise.all([note(1), note(1)]);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect([done, await notes()]).toEqual([false, []]);
  });

  it('leaves the work that it started and did not wait for to a connection of its own', async () => {
    let late: Promise<unknown> | undefined;
    await inTransaction(async () => {
      await note(1);
      late = sleep(50).then(() => note(2));
    });
    await late;
    expect(await notes()).toEqual([1, 2]);
  });
});

describe('a command that fails', () => {
  it('takes all back, and does nothing afterwards', async () => {
    let done = false;
    const failing = inTransaction(async () => {
      await note(1);
      await database.afterCommit(() => (done = true));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect([done, await notes()]).toEqual([false, []]);
  });

  it('takes back also what another part of it asks while it is being taken back', async () => {
    let other: Promise<unknown> | undefined;
    const failing = inTransaction(async () => {
      const transaction = transactionOf(database.manager);
      other = (async () => {
        // Until it is being taken back: the answer to that is read in the next turn at the earliest.
        while (transaction?.isOpen) await turnOfTheLoop();
        await note(2);
      })();
      await Promise.all([database.query('SELECT 1 / 0'), other]);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    await expect(other).rejects.toThrow(/not started/i);
    expect(await notes()).toEqual([]);
  });

  it('gives its connection back, however often', async () => {
    const failures = Array.from({ length: 3 * here.config.databasePoolSize }, (_, id) =>
      inTransaction(async () => {
        await note(id);
        await database.query('SELECT 1 / 0');
      }),
    );
    const ends = await Promise.allSettled(failures);
    expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
    expect(await notes()).toEqual([]);
  });
});

describe("TypeORM's own transaction inside a command", () => {
  it('is a part of it', async () => {
    const failing = inTransaction(async () => {
      await database.manager.transaction((manager) => manager.query('INSERT INTO notes VALUES (1)'));
      await expect(
        database.manager.transaction((manager) => manager.query('SELECT 1 / 0')),
      ).rejects.toMatchObject({ code: '22012' });
      const [{ count } = { count: 0 }] = await database.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM notes',
      );
      throw new Error(`${count} inside`);
    });
    await expect(failing).rejects.toThrow('1 inside');
    expect(await notes()).toEqual([]);
  });
});

describe('commands that share a transaction', () => {
  const together = (work: () => Promise<unknown>) =>
    here.app
      .get<TransactionHost<TypeOrmTransactionalAdapter>>(TransactionHost)
      .withTransaction({ shared: true }, work);
  const transactionId = async () =>
    (await database.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id'))[0]!.id;

  it('are one when they begin in the same turn', async () => {
    const ids = await Promise.all([1, 2, 3].map((id) => together(() => note(id).then(transactionId))));
    expect(new Set(ids).size).toBe(1);
    expect(await notes()).toEqual([1, 2, 3]);
    const [later] = await Promise.all([together(transactionId)]);
    expect(ids).not.toContain(later);
  });

  it('each keep the context of their own request', async () => {
    const context = here.app.get(RequestContext);
    const client = { ipAddress: '192.0.2.1', userAgent: '' };
    const seen = await Promise.all(
      ['one', 'two'].map((name) =>
        context.run(name, client, () =>
          together(async () => {
            await transactionId();
            return context.requestId;
          }),
        ),
      ),
    );
    expect(seen).toEqual(['one', 'two']);
  });

  it('do not suffer by one that fails, and it fails by its own error', async () => {
    const ends = await Promise.allSettled([
      together(() => note(1)),
      together(() => database.query('SELECT 1 / 0')),
      together(() => note(3)),
      together(async () => {
        await note(4);
        throw new Error('no');
      }),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    expect(ends[1]).toMatchObject({ reason: { code: '22012' } });
    expect(ends[3]).toMatchObject({ reason: { message: 'no' } });
    expect(await notes()).toEqual([1, 3]);
  });

  it('do not suffer by one with which they cannot be committed', async () => {
    await here.dataSource.query('INSERT INTO notes VALUES (2)');
    const ends = await Promise.allSettled([1, 2, 3].map((id) => together(() => note(id))));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await notes()).toEqual([1, 2, 3]);
  });

  it('do not wait for long for what one of them waits for', async () => {
    await here.dataSource.query('INSERT INTO notes VALUES (1)');
    const holder = here.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM notes WHERE id = 1 FOR UPDATE');
    const waiting = together(() => database.query('UPDATE notes SET id = 10 WHERE id = $1', [1]));
    await together(() => note(2));
    await holder.rollbackTransaction();
    await holder.release();
    await waiting;
    expect(await notes()).toEqual([2, 10]);
  });

  it('do afterwards what was kept for them, once', async () => {
    let times = 0;
    const keep = (id: number) =>
      together(async () => {
        await note(id);
        await database.afterCommit(() => times++);
      });
    await Promise.all([keep(1), keep(2)]);
    expect(times).toBe(2);
    await Promise.allSettled([keep(3), keep(2)]);
    expect([times, await notes()]).toEqual([3, [1, 2, 3]]);
  });
});

it('a statement without transaction that fails takes no connection with it', async () => {
  const connections = async () =>
    (await database.query<{ id: number }>('SELECT pg_backend_pid() AS id')).map(({ id }) => id);
  const before = await connections();
  await expect(database.query('SELECT 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
  expect(await connections()).toEqual(before);
});
