import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestApp, useCommittingApps } from './support/app.js';
import { readTables } from './support/naive-authorization.js';
import { checkDecisions, checkInvariants } from './support/oracle-checks.js';
import { anyStep, makeCatalogue, makeWorld, takeStep, type World } from './support/oracle-world.js';

/** Sequences of moments, at each of which two instances take several commands at once; all are committed. */
const SEQUENCES = Number(process.env.ORACLE_RACES ?? 12);
const BOUND_MS = 1000;
const apps = useCommittingApps(2) as [TestApp, TestApp];
const [first] = apps;
const done = { sequences: 0, moments: 0, taken: 0, refused: 0, decisions: 0 };

beforeAll(() => makeCatalogue(first), 30_000);

const moments = fc.array(fc.array(anyStep, { minLength: 4, maxLength: 10, size: 'max' }), {
  minLength: 3,
  maxLength: 6,
  size: 'max',
});

/** Both instances decide as the tables say, within the time that a change may take to be seen. */
async function settle(world: World): Promise<void> {
  const tables = await readTables(first.dataSource);
  checkInvariants(tables);
  for (const instance of apps) {
    const until = Date.now() + BOUND_MS;
    for (;;) {
      try {
        done.decisions += await checkDecisions(instance, world, tables);
        break;
      } catch (error) {
        if (Date.now() > until) throw error;
        await sleep(5);
      }
    }
  }
}

it('breaks no rule whatever happens at the same moment, and all instances come to the same decisions', async () => {
  const sequence = fc.asyncProperty(moments, async (batches) => {
    // Of the worlds before nobody shall count as the last superuser.
    await first.dataSource.query(
      'DELETE FROM role_assignments WHERE role_id = (SELECT id FROM roles WHERE name = $1)',
      ['superuser'],
    );
    const world = await makeWorld(first);
    for (const steps of batches) {
      const results = await Promise.all(
        steps.map((step, place) => takeStep(place % 2 === 0 ? apps[0] : apps[1], world, step)),
      );
      for (const wasTaken of results) done[wasTaken ? 'taken' : 'refused']++;
      await settle(world);
      done.moments++;
    }
    done.sequences++;
  });
  await fc.assert(sequence, { numRuns: SEQUENCES, endOnFailure: true });
  process.stdout.write(
    `oracle, at once: ${done.sequences} sequences, ${done.moments} moments, ${done.taken} commands taken, ${done.refused} refused, ${done.decisions} decisions compared\n`,
  );
  expect(done.taken).toBeGreaterThan(done.moments);
  expect(done.refused).toBeGreaterThan(done.sequences);
}, 300_000);
