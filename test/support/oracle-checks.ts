import { expect } from '@jest/globals';
import {
  type AuthorizationReplica,
  branchesPage,
  decide,
  predicatePage,
  type Question,
  type VisibleTable,
} from '@auth-service/authorization';
import type { Evaluation } from '../../apps/auth/src/modules/authorization/domain/evaluation.js';
import { EvaluateAccess } from '../../apps/auth/src/modules/authorization/domain/queries/evaluate-access.js';
import { ExplainAccess } from '../../apps/auth/src/modules/authorization/domain/queries/explain-access.js';
import { SearchAccess } from '../../apps/auth/src/modules/authorization/domain/queries/search-access.js';
import type { TestApp } from './app.js';
import { breaksDuty, groupOf, heldBy, inherited, sees, type Tables } from './naive-authorization.js';
import {
  ASKED,
  type Asked,
  described,
  itemsOf,
  LEVELS,
  may,
  questionsOf,
  wayHolds,
} from './oracle-questions.js';
import type { Step, World } from './oracle-world.js';

const PAGE = 3;

function evaluationOf({ user, name, item, team: teamId }: Asked): Evaluation {
  const [resourceType = '', action = ''] = name.split(':');
  return {
    subjectType: 'user',
    subjectId: user,
    action,
    resourceType,
    resourceId: item?.id ?? '1',
    teamId,
    item:
      item === undefined
        ? null
        : {
            type: resourceType,
            ownerId: item.owner,
            followerIds: item.followers,
            group: item.pinned,
            level: item.level as 1 | 3 | 5 | 7,
          },
    parents: [],
    assurance: 'aal2',
  };
}

const questions = ({ users, teams }: World, tables: Tables): Asked[] => questionsOf(users, teams, tables);

/** @returns how many were compared */
export async function checkDecisions({ app }: TestApp, world: World, tables: Tables): Promise<number> {
  const asked = questions(world, tables);
  const results = await app.get(EvaluateAccess).executeAll(asked.map(evaluationOf), '');
  const wrong = asked.filter((one, index) => results[index]?.decision !== may(tables, one));
  expect(wrong).toEqual([]);
  return asked.length;
}

/** A copy elsewhere decides as the service does. */
export function checkReplica(replica: AuthorizationReplica, world: World, tables: Tables): void {
  const { model } = replica;
  for (const asked of questions(world, tables)) {
    const subject = replica.subject(asked.user);
    const [type = '', action = ''] = asked.name.split(':');
    const question: Question = {
      type,
      action,
      ...(asked.item && { item: described(tables, asked.item) }),
      ...(asked.team !== undefined && { teamId: asked.team }),
    };
    const { allowed } = decide(model, subject, model.accessOf(subject, tables.now), question);
    if (allowed !== may(tables, asked)) expect([asked, allowed]).toEqual([asked, !allowed]);
  }
}

/** What must be true whatever is done. */
export function checkInvariants(tables: Tables): void {
  for (const { id } of tables.roles) inherited(tables, id);
  const superuser = tables.roles.find(({ name }) => name === 'superuser')?.id;
  const lasting = tables.assignments.filter(
    ({ role_id: role, user_id: user, valid_until: until }) =>
      role === superuser && until === null && tables.users.some(({ id, active }) => id === user && active),
  );
  expect(lasting.length).toBeGreaterThan(0);
  expect(breaksDuty(tables)).toBe(false);
  expect(tables.groups.filter(({ is_default: is }) => is)).toHaveLength(1);
}

/** Hours from now at which rights are looked at: windows open later, too. */
const LATER_HOURS = [0, 1.5];
/** Permissions that are not registered yet: wildcards bring them. */
const UNREGISTERED = ['deal:later', 'later:read'];

/** What somebody may do and see, now and later, as texts. */
export function rightsOf(tables: Tables, { users, teams }: World, actor: number): ReadonlySet<string> {
  const user = users[actor];
  if (user === undefined) return new Set();
  const permissions = [...tables.permissions, ...UNREGISTERED];
  const held = LATER_HOURS.flatMap((hours) => {
    const then = { ...tables, permissions, now: tables.now + hours * 3_600_000 };
    return [undefined, ...teams].flatMap((team) =>
      [...heldBy(then, user, team)].map((name) => `${name} ${team ?? ''}${hours > 0 ? ' later' : ''}`),
    );
  });
  const seen = tables.groups.flatMap(({ number }) =>
    LEVELS.filter((level) =>
      sees(tables, user, { id: '', owner: '', pinned: number, level, followers: [] }, 'deal'),
    ).map((level) => `${number} ${level}`),
  );
  return new Set([...held, ...seen]);
}

/** Without `bind` or `escalate` nobody gains anything by what they do themselves. */
export function checkNoGrowth(before: ReadonlySet<string>, after: ReadonlySet<string>, step: Step): void {
  if (before.has('rbac:bind ') || before.has('rbac:escalate ')) return;
  expect([step, [...after].filter((right) => !before.has(right))]).toEqual([step, []]);
}

/** An explanation replays to its decision: a way that the tables know, to what is seen. */
export async function checkExplanations({ app }: TestApp, world: World, tables: Tables): Promise<void> {
  const asked = questions(world, tables).filter((_, index) => index % 3 === tables.roles.length % 3);
  for (const one of asked) {
    const { decision, path, sights, remedies } = await app.get(ExplainAccess).explain(evaluationOf(one));
    const replayed =
      path !== null && wayHolds(tables, one, path) && sights.every(({ isVisible }) => isVisible);
    expect([one, decision.allowed, replayed]).toEqual([one, may(tables, one), may(tables, one)]);
    expect(remedies.length > 0).toBe(!decision.allowed);
  }
}

/** Searches find exactly the users, the actions and the items for which the decision is yes. */
export async function checkSearches({ app }: TestApp, { users }: World, tables: Tables): Promise<void> {
  const search = app.get(SearchAccess);
  for (const name of ASKED) {
    const { items } = await search.subjects(evaluationOf({ user: '', name }), '', null, 1000);
    const expected = tables.users.map(({ id }) => id).filter((user) => may(tables, { user, name }));
    expect([name, items]).toEqual([name, expected]);
  }
  const deals = tables.permissions.filter((name) => name.startsWith('deal:')).sort();
  const items = itemsOf(users, tables);
  for (const user of users) {
    for (const item of [undefined, ...items.slice(0, 5)]) {
      const asked = (name: string): Asked => ({ user, name: name as Asked['name'], ...(item && { item }) });
      const found = await search.actions(evaluationOf(asked('deal:')), '');
      const expected = deals.filter((name) => may(tables, asked(name)));
      expect([user, item, found.map((action) => `deal:${action}`)]).toEqual([user, item, expected]);
    }
    const asked = items.map((item): Asked => ({ user, name: 'deal:update', item }));
    const found = await search.resources(asked.map(evaluationOf), '');
    const expected = asked.filter((one) => may(tables, one)).map(({ item }) => item?.id);
    expect([user, found]).toEqual([user, expected]);
  }
}

const SIGHT: VisibleTable = {
  name: 'oracle_deal',
  idType: 'text',
  followers: { name: 'oracle_deal_follower' },
};

/** The rows that the planned condition finds, page by page and in both shapes, are those that the plain rule lets through. */
export async function checkSight({ app, dataSource }: TestApp, world: World, tables: Tables): Promise<void> {
  const items = itemsOf(world.users, tables);
  const rows = items.map((item) => ({ ...item, vg: item.pinned ?? groupOf(tables, item.owner) }));
  await dataSource.query(
    `CREATE TEMP TABLE oracle_deal ON COMMIT DROP AS SELECT id, owner AS owner_id, vg, level AS visible_to, followers,
     timestamptz '2026-01-01' + left(id, 1)::int * interval '1 s' AS created_at
     FROM json_to_recordset('${JSON.stringify(rows)}') AS t (id text, owner uuid, vg int, level smallint, followers jsonb)`,
  );
  await dataSource.query(
    `CREATE TEMP TABLE oracle_deal_follower ON COMMIT DROP AS
     SELECT id AS item_id, f::uuid AS user_id FROM oracle_deal, jsonb_array_elements_text(followers) AS f`,
  );
  for (const user of world.users) {
    const { condition } = await app.get(ExplainAccess).plan(evaluationOf({ user, name: 'deal:read' }));
    const visible = items.filter((item) => may(tables, { user, name: 'deal:read', item }));
    const expected = visible.map(({ id }) => id).sort();
    for (const [shape, page] of Object.entries({ predicatePage, branchesPage })) {
      const found: string[] = [];
      for (let after: string | undefined; ;) {
        const request = { limit: PAGE, columns: ['id'], ...(after !== undefined && { after }) };
        const { text, values } = page(SIGHT, condition, request);
        const part = await dataSource.query<{ id: string; visibility_cursor: string }[]>(text, [...values]);
        found.push(...part.map(({ id }) => id));
        if (part.length < PAGE) break;
        after = part.at(-1)?.visibility_cursor;
      }
      expect([shape, user, found]).toEqual([shape, user, expected.toReversed()]);
    }
  }
}
