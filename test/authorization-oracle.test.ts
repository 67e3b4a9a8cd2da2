import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuthorizationReplica, type AuthorizationUpdate } from '@auth-service/authorization';
import { FollowAuthorization } from '../apps/auth/src/modules/authorization/domain/queries/follow-authorization.js';
import { readTables } from './support/naive-authorization.js';
import { useApp } from './support/app.js';
import {
  checkDecisions,
  checkExplanations,
  checkInvariants,
  checkNoGrowth,
  checkReplica,
  checkSearches,
  checkSight,
  rightsOf,
} from './support/oracle-checks.js';
import {
  anyStep,
  forgetWhatIsRemembered,
  makeCatalogue,
  makeWorld,
  takeStep,
} from './support/oracle-world.js';
import { SavepointClient } from './support/savepoint-client.js';

/** Sequences of commands, each on real PostgreSQL and taken back afterwards. */
const SEQUENCES = Number(process.env.ORACLE_SEQUENCES ?? 40);
/** A failure that takes long to be made smaller is told all the same; a run too slow to be whole fails. */
const ENDS_IN_TIME = { interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true };
const app = useApp();
const done = { sequences: 0, taken: 0, refused: 0, decisions: 0 };

const follow = () => app.app.get(FollowAuthorization);
async function newReplica(): Promise<AuthorizationReplica> {
  const snapshot = await follow().snapshot();
  const { items } = await follow().users({ limit: 1000 });
  return new AuthorizationReplica(snapshot.rev, snapshot, items);
}

const steps = fc.array(anyStep, { minLength: 8, maxLength: 24, size: 'max' });
/** In which order and how often messages come: by their places, some never. */
const deliveries = fc.array(fc.nat({ max: 23 }), { maxLength: 30 });

it('decides as plain recursion over the tables does, whatever is done, and no rule is ever broken', async () => {
  const sequence = fc.asyncProperty(steps, deliveries, async (commands, order) => {
    await makeCatalogue(app);
    const world = await makeWorld(app);
    const replica = await newReplica();
    const updates: AuthorizationUpdate[] = [];
    let { rev } = replica;
    let tables = await readTables(app.dataSource);
    for (const step of commands) {
      const [before, held] = [tables, rightsOf(tables, world, step.actor)];
      const wasTaken = await takeStep(app, world, step);
      done[wasTaken ? 'taken' : 'refused']++;
      tables = await readTables(app.dataSource);
      if (!wasTaken) expect([step, { ...tables, now: before.now }]).toEqual([step, before]);
      checkInvariants(tables);
      checkNoGrowth(held, rightsOf(tables, world, step.actor), step);
      done.decisions += await checkDecisions(app, world, tables);
      const update = await follow().since(rev);
      updates.push(update);
      ({ rev } = update);
    }
    await checkExplanations(app, world, tables);
    await checkSearches(app, world, tables);
    await checkSight(app, world, tables);
    for (const place of order) {
      const update = updates[place];
      if (update !== undefined && replica.apply(update) === 'gap')
        replica.apply(await follow().since(replica.rev));
    }
    replica.apply(await follow().since(replica.rev));
    expect(replica.rev).toBe(rev);
    checkReplica(replica, world, tables);
    done.sequences++;
  });
  const afresh = fc.beforeEach(async () => {
    await SavepointClient.current?.rollback();
    await SavepointClient.current?.begin();
    await forgetWhatIsRemembered(app);
  });
  await fc.assert(sequence, { numRuns: SEQUENCES, plugins: [afresh], ...ENDS_IN_TIME });
  process.stdout.write(
    `oracle: ${done.sequences} sequences, ${done.taken} commands taken, ${done.refused} refused, ${done.decisions} decisions compared\n`,
  );
  expect(done.taken).toBeGreaterThan(done.sequences * 3);
  expect(done.refused).toBeGreaterThan(done.sequences);
}, 300_000);
