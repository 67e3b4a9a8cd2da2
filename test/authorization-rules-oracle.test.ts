import { afterAll, describe, expect, it } from '@jest/globals';
import {
  AuthorizationModel,
  AuthorizationReplica,
  decide,
  explain,
  plan,
  type Question,
  type VisibilityCondition,
} from '@auth-service/authorization';
import fc from 'fast-check';
import { heldBy, type NaiveItem, type Tables } from './support/naive-authorization.js';
import { type Asked, described, itemsOf, may, questionsOf, wayHolds } from './support/oracle-questions.js';
import {
  anyChange,
  changed,
  emptyTables,
  onlyGives,
  people,
  teams,
  toRecords,
  updateBetween,
} from './support/rules-world.js';

/** Sequences of changes in memory: the rules alone, so that there can be many. */
const SEQUENCES = Number(process.env.ORACLE_RULES ?? 120);
const done = { sequences: 0, changes: 0, decisions: 0 };
afterAll(() => {
  process.stdout.write(
    `oracle, rules alone: ${done.sequences} sequences, ${done.changes} changes, ${done.decisions} decisions compared\n`,
  );
});

const changes = fc.array(anyChange, { minLength: 8, maxLength: 20, size: 'max' });

function questionOf({ name, item, team }: Asked, tables: Tables): Question {
  const [type = '', action = ''] = name.split(':');
  return {
    type,
    action,
    ...(item && { item: described(tables, item) }),
    ...(team !== undefined && { teamId: team }),
  };
}

/** Decides everything, and compares with plain recursion. */
function checkDecisions(replica: Pick<AuthorizationReplica, 'model' | 'subject'>, tables: Tables): void {
  const { model } = replica;
  for (const asked of questionsOf(people, teams, tables)) {
    const subject = replica.subject(asked.user);
    const access = model.accessOf(subject, tables.now);
    const { allowed } = decide(model, subject, access, questionOf(asked, tables));
    done.decisions++;
    // An assertion for each would take most of the time.
    if (allowed !== may(tables, asked)) expect([asked, allowed]).toEqual([asked, !allowed]);
  }
}

/** All that everybody may do and see, as texts. */
const rightsOf = (tables: Tables): string[] => [
  ...people.flatMap((user) =>
    [undefined, ...teams].flatMap((team) =>
      [...heldBy(tables, user, team)].map((name) => `${user} ${team} ${name}`),
    ),
  ),
  ...questionsOf(people, teams, tables)
    .filter((asked) => asked.item !== undefined && may(tables, asked))
    .map(({ user, name, item }) => `${user} ${name} ${item?.id}`),
];

function fitsCondition(condition: VisibilityCondition, tables: Tables, item: NaiveItem): boolean {
  if (condition.kind === 'own') return item.owner === condition.me;
  if (condition.kind !== 'some') return condition.kind === 'all';
  const { group } = described(tables, item);
  const isOwn = item.owner === condition.me || item.followers.includes(condition.me);
  return (
    isOwn ||
    item.level === 7 ||
    (group === condition.mine && item.level >= 3) ||
    condition.below.includes(group) ||
    (condition.above.includes(group) && item.level === 5)
  );
}

describe('whatever the tables hold, the rules', () => {
  it('decide as plain recursion does, and what only gives takes nothing', () => {
    const sequence = fc.property(changes, (taken) => {
      let tables = emptyTables;
      let replica = new AuthorizationReplica(0, toRecords(tables).structure, toRecords(tables).users);
      for (const [index, change] of taken.entries()) {
        const history = [tables, changed(tables, change)] as const;
        const before = onlyGives(change) ? rightsOf(tables) : [];
        tables = history[1];
        const after = new Set(before.length > 0 ? rightsOf(tables) : []);
        expect([change, before.filter((right) => !after.has(right))]).toEqual([change, []]);
        replica.apply({ ...updateBetween(history, 0, 1), since: index, rev: index + 1 });
        checkDecisions(replica, tables);
        done.changes++;
      }
      const { structure, users } = toRecords(tables);
      replica = new AuthorizationReplica(0, structure, users);
      checkDecisions(replica, tables);
      done.sequences++;
    });
    fc.assert(sequence, { numRuns: SEQUENCES });
  }, 60_000);

  it('explain what they decide, plan lists by it, and a wider level or a follower more hides nothing', () => {
    const sequence = fc.property(changes, (taken) => {
      const tables = taken.reduce(changed, emptyTables);
      const { structure, users } = toRecords(tables);
      const model = new AuthorizationModel(structure);
      const items = itemsOf(people, tables);
      const questions = questionsOf(people, teams, tables);
      for (const subject of users) {
        const access = model.accessOf(subject, tables.now);
        const seen = (item: NaiveItem) =>
          decide(model, subject, access, questionOf({ user: subject.id, name: 'deal:read', item }, tables))
            .allowed;
        for (const name of ['deal:read', 'deal:update'] as const) {
          const { condition } = plan(model, subject, access, questionOf({ user: subject.id, name }, tables));
          const planned = items.filter((item) => fitsCondition(condition, tables, item));
          const expected = items.filter((item) => may(tables, { user: subject.id, name, item }));
          expect([subject.id, name, planned]).toEqual([subject.id, name, expected]);
        }
        for (const item of items.filter(seen)) {
          expect(seen({ ...item, level: Math.min(item.level + 2, 7) })).toBe(true);
          expect(seen({ ...item, followers: [...item.followers, 'dan'] })).toBe(true);
        }
        for (const asked of questions.filter(({ user }) => user === subject.id)) {
          const { decision, path, sights } = explain(model, subject, questionOf(asked, tables), tables.now);
          const isReplayed =
            path !== null && wayHolds(tables, asked, path) && sights.every(({ isVisible }) => isVisible);
          expect([asked, decision.allowed, isReplayed]).toEqual([
            asked,
            may(tables, asked),
            decision.allowed,
          ]);
        }
      }
      done.sequences++;
    });
    fc.assert(sequence, { numRuns: SEQUENCES });
  }, 60_000);

  it('are those of the revision that a copy knows, however messages come', () => {
    const deliveries = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })), { maxLength: 12 });
    const sequence = fc.property(changes, deliveries, (taken, delivered) => {
      const history = [emptyTables];
      for (const change of taken) history.push(changed(history.at(-1) ?? emptyTables, change));
      const { structure, users } = toRecords(emptyTables);
      const replica = new AuthorizationReplica(0, structure, users);
      const check = () => checkDecisions(replica, history[replica.rev] ?? emptyTables);
      for (const places of delivered) {
        const [since = 0, rev = 0] = places.map((place) => place % history.length).sort((a, b) => a - b);
        const known = replica.rev;
        const outcome = replica.apply(updateBetween(history, since, rev));
        expect(outcome).toBe(rev <= known ? 'known' : since > known ? 'gap' : 'applied');
        if (outcome === 'gap') replica.apply(updateBetween(history, known, rev));
        check();
      }
      replica.apply(updateBetween(history, replica.rev, history.length - 1));
      expect(replica.rev).toBe(history.length - 1);
      check();
      done.sequences++;
    });
    fc.assert(sequence, { numRuns: SEQUENCES });
  }, 60_000);
});
