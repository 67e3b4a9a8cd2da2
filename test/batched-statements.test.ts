import { describe, expect, it } from '@jest/globals';
import { TransactionHost } from '@nestjs-cls/transactional';
import { Database } from '../apps/auth/src/core/database/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';

const [here] = useCommittingApps(1) as [TestApp];

/** Doubles numbers, and tells how many were asked for together and on which connection. */
function makeDouble() {
  const database = here.app.get(Database);
  const sizes: number[] = [];
  const double = database.batched(async (numbers: readonly number[]) => {
    sizes.push(numbers.length);
    return database.query<{ doubled: number; connection: number }>(
      `SELECT number * 2 AS doubled, pg_backend_pid() AS connection
       FROM unnest($1::int[]) WITH ORDINALITY AS asked (number, place) ORDER BY place`,
      [numbers],
    );
  });
  return { double, sizes };
}

describe('what several requests ask', () => {
  it('at the same moment is asked by one statement', async () => {
    const { double, sizes } = makeDouble();
    const answers = await Promise.all([1, 2, 3].map((number) => double(number)));
    expect(answers.map(({ doubled }) => doubled)).toEqual([2, 4, 6]);
    expect(sizes).toEqual([3]);
  });

  it('after one another is asked one after another', async () => {
    const { double, sizes } = makeDouble();
    await double(1);
    await double(1);
    expect(sizes).toEqual([1, 1]);
  });

  it('inside a transaction is asked on its connection, by nobody else', async () => {
    const { double, sizes } = makeDouble();
    const database = here.app.get(Database);
    const inside = here.app.get(TransactionHost).withTransaction(async () => {
      const [own] = await database.query<{ connection: number }>('SELECT pg_backend_pid() AS connection');
      const [first, second] = await Promise.all([double(1), double(2)]);
      return [first.connection, second.connection].map((connection) => connection === own?.connection);
    });
    const outside = Promise.all([double(3), double(4)]);
    expect(await inside).toEqual([true, true]);
    await outside;
    expect([...sizes].sort()).toEqual([1, 1, 2]);
  });

  it('fails for all of them, and for nobody later', async () => {
    const database = here.app.get(Database);
    const divide = database.batched((numbers: readonly number[]) =>
      database.query('SELECT 1 / number FROM unnest($1::int[]) AS asked (number)', [numbers]),
    );
    const together = await Promise.allSettled([divide(1), divide(0)]);
    expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(divide(1)).resolves.toBeDefined();
  });
});
