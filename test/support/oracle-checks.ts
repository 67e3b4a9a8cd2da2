import { expect } from '@jest/globals';
import {
  type AuthorizationReplica,
  decide,
  type PermissionName,
  type Question,
  toSql,
  type VisibilityLevel,
} from '@auth-service/authorization';
import type { Evaluation } from '../../apps/auth/src/modules/authorization/domain/evaluation.js';
import { EvaluateAccess } from '../../apps/auth/src/modules/authorization/domain/queries/evaluate-access.js';
import { ExplainAccess } from '../../apps/auth/src/modules/authorization/domain/queries/explain-access.js';
import { SearchAccess } from '../../apps/auth/src/modules/authorization/domain/queries/search-access.js';
import type { TestApp } from './app.js';
import {
  breaksDuty,
  groupOf,
  holds,
  inherited,
  type NaiveItem,
  sees,
  type Tables,
} from './naive-authorization.js';
import type { Step, World } from './oracle-world.js';

const LEVELS: readonly VisibilityLevel[] = [1, 3, 5, 7];
const ASKED = ['deal:read', 'deal:update', 'audit:read', 'rbac:bind', 'user:delete'] as const;
const PAGE = 3;

/** Items of everybody, at every level, some pinned and some followed. */
const itemsOf = ({ users }: World, tables: Tables): NaiveItem[] =>
  users.flatMap((owner, index) =>
    LEVELS.map((level, place) => ({
      id: `${index}${place}`,
      owner,
      level,
      pinned: place === index ? (tables.groups[place]?.number ?? null) : null,
      followers: (index + place) % 4 === 0 ? [users[(index + 1) % users.length] ?? ''] : [],
    })),
  );

/** Whether a user may, by plain recursion: the permission (own items, or anybody's), and sight. */
function may(tables: Tables, user: string, name: PermissionName, item?: NaiveItem, team?: string): boolean {
  const any = `${name}_any`;
  const isForOwn = tables.permissions.includes(any);
  const names = !isForOwn ? [name] : item === undefined || item.owner === user ? [name, any] : [any];
  return (
    names.some((one) => holds(tables, user, one, team)) &&
    (item === undefined || sees(tables, user, item, 'deal'))
  );
}

function evaluation(subjectId: string, name: PermissionName, item?: NaiveItem, teamId?: string): Evaluation {
  const [resourceType = '', action = ''] = name.split(':');
  const described = item && {
    type: resourceType,
    ownerId: item.owner,
    followerIds: item.followers,
    group: item.pinned,
    level: item.level as VisibilityLevel,
  };
  return {
    subjectType: 'user',
    subjectId,
    action,
    resourceType,
    resourceId: '1',
    teamId,
    item: described ?? null,
    parents: [],
    assurance: 'aal2',
  };
}

interface Asked {
  readonly evaluation: Evaluation;
  readonly expected: boolean;
}

function questions(world: World, tables: Tables): Asked[] {
  const ask = (user: string, name: PermissionName, item?: NaiveItem, team?: string): Asked => ({
    evaluation: evaluation(user, name, item, team),
    expected: may(tables, user, name, item, team),
  });
  const items = itemsOf(world, tables);
  return world.users.flatMap((user) => [
    ...[undefined, ...world.teams].flatMap((team) => ASKED.map((name) => ask(user, name, undefined, team))),
    ...items.flatMap((item) => [ask(user, 'deal:read', item), ask(user, 'deal:update', item)]),
  ]);
}

/** @returns how many were compared */
export async function checkDecisions({ app }: TestApp, world: World, tables: Tables): Promise<number> {
  const asked = questions(world, tables);
  const results = await app.get(EvaluateAccess).executeAll(
    asked.map((one) => one.evaluation),
    '',
  );
  const wrong = asked.filter(({ expected }, index) => results[index]?.decision !== expected);
  expect(wrong).toEqual([]);
  return asked.length;
}

/** A copy elsewhere decides as the service does. */
export function checkReplica(replica: AuthorizationReplica, world: World, tables: Tables): void {
  const { model } = replica;
  for (const { evaluation: one, expected } of questions(world, tables)) {
    const subject = replica.subject(one.subjectId);
    const item = one.item && {
      ...one.item,
      level: one.item.level ?? 3,
      group: one.item.group ?? model.groupOf(replica.subject(one.item.ownerId ?? '')),
    };
    const question: Question = {
      type: one.resourceType,
      action: one.action,
      ...(item === null ? {} : { item }),
      ...(one.teamId === undefined ? {} : { teamId: one.teamId }),
    };
    const { allowed } = decide(model, subject, model.accessOf(subject, tables.now), question);
    expect([question, allowed]).toEqual([question, expected]);
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
      permissions
        .filter((name) => holds(then, user, name, team))
        .map((name) => `${name} ${team ?? ''}${hours > 0 ? ' later' : ''}`),
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

/** An explanation says what the decision says, and names a way where there is one. */
export async function checkExplanations({ app }: TestApp, world: World): Promise<void> {
  for (const user of world.users)
    for (const name of ASKED) {
      const one = evaluation(user, name);
      const { decision, path, remedies } = await app.get(ExplainAccess).explain(one);
      const [result] = await app.get(EvaluateAccess).executeAll([one], '');
      expect(decision.allowed).toBe(result?.decision);
      expect(path !== null).toBe(decision.allowed);
      if (decision.allowed) expect(remedies).toEqual([]);
    }
}

/** A search finds exactly those for whom the decision is yes. */
export async function checkSearches({ app }: TestApp, tables: Tables): Promise<void> {
  for (const name of ASKED) {
    const { items } = await app.get(SearchAccess).subjects(evaluation('', name), '', null, 1000);
    const expected = tables.users.map(({ id }) => id).filter((user) => may(tables, user, name));
    expect([name, items]).toEqual([name, expected]);
  }
}

/** The rows that the planned condition finds, page by page, are those that the plain rule lets through. */
export async function checkSight({ app, dataSource }: TestApp, world: World, tables: Tables): Promise<void> {
  const items = itemsOf(world, tables);
  const rows = items.map((item) => ({
    ...item,
    owner_id: item.owner,
    vg: item.pinned ?? groupOf(tables, item.owner),
    visible_to: item.level,
  }));
  const columns = { owner: 'owner_id', group: 'vg', level: 'visible_to', followed: 'followers ? $me::text' };
  for (const user of world.users) {
    const { condition } = await app.get(ExplainAccess).plan(evaluation(user, 'deal:read'));
    const { text, values } = toSql(condition, columns, 4);
    const found: string[] = [];
    for (let after = '~'; ; after = found.at(-1) ?? '') {
      const page = await dataSource.query<{ id: string }[]>(
        `SELECT id FROM jsonb_to_recordset($1) AS t (id text, owner_id text, vg int, visible_to int, followers jsonb)
         WHERE id < $2 AND ${text} ORDER BY id DESC LIMIT $3`,
        [JSON.stringify(rows), after, PAGE, ...values],
      );
      found.push(...page.map(({ id }) => id));
      if (page.length < PAGE) break;
    }
    const expected = items.filter((item) => may(tables, user, 'deal:read', item)).map(({ id }) => id);
    expect([user, found]).toEqual([user, expected.sort().reverse()]);
  }
}
