import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7 } from 'uuid';
import {
  AssignRole,
  AssignRoleToTeam,
  CreatePermission,
  CreateResource,
  CreateRole,
  GrantPermission,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith } from './support/people.js';

const app = useApp();
const DAY = 86_400_000;

interface Answer {
  readonly page: { readonly next_token: string; readonly count: number };
  readonly results: readonly Record<string, string>[];
}

/** People who may read deals in every way there is, and some who may not. */
async function organisation() {
  await app.app.get(CreateResource).execute({ key: 'deal', service: 'sales' });
  for (const action of ['read', 'update', 'view_all'])
    await app.app.get(CreatePermission).execute({ resource: 'deal', action });
  const asker = await createUserWith(app, 'authorization:evaluate');
  const headers = { authorization: await bearer(app, asker) };
  const role = async (...permissions: ('deal:read' | 'deal:*')[]) =>
    (await app.app.get(CreateRole).execute({ name: `role ${v7()}`, permissions })).id;
  const [reader, heir, wild] = [await role('deal:read'), await role(), await role('deal:*')];
  await app.app.get(SetRoleParents).execute(heir, [reader]);
  const people = {
    direct: await createUser(app),
    inherited: await createUser(app),
    wildcard: await createUser(app),
    granted: await createUser(app),
    member: await createUser(app),
    scoped: await createUser(app),
    early: await createUser(app),
    nobody: await createUser(app),
  };
  const give = app.app.get(AssignRole);
  await give.execute(people.direct.id, reader);
  await give.execute(people.inherited.id, heir);
  await give.execute(people.wildcard.id, wild);
  await give.execute(people.early.id, reader, { validFrom: new Date(Date.now() + DAY) });
  await app.app.get(GrantPermission).execute(people.granted.id, 'deal:read');
  const team = async (member: string, teamScoped: boolean) => {
    const id = v7();
    await app.dataSource.query('INSERT INTO teams (id, name) VALUES ($1, $2)', [id, `team ${id}`]);
    await app.dataSource.query('INSERT INTO team_members (team_id, user_id) VALUES ($1, $2)', [id, member]);
    await app.app.get(AssignRoleToTeam).execute(id, reader, { teamScoped });
    return id;
  };
  await team(people.member.id, false);
  const scopedTeam = await team(people.scoped.id, true);
  const search = async (what: string, body: object, status = 200) =>
    (await app.request().post(`/access/v1/search/${what}`).set(headers).send(body).expect(status))
      .body as Answer;
  const allowed = async (subjectId: string, properties: object, action = 'read') => {
    const { body } = await app
      .request()
      .post('/access/v1/evaluation')
      .set(headers)
      .send({
        subject: { type: 'user', id: subjectId },
        action: { name: action },
        resource: { type: 'deal', id: '1', properties },
      });
    return (body as { decision: boolean }).decision;
  };
  return { people, asker, headers, search, allowed, scopedTeam };
}

const reading = (properties = {}) => ({
  subject: { type: 'user' },
  action: { name: 'read' },
  resource: { type: 'deal', id: '1', properties },
});

describe('a search for subjects', () => {
  it('finds exactly those whom an evaluation allows, by whatever way', async () => {
    const { people, asker, search, allowed, scopedTeam } = await organisation();
    const everybody = [asker, ...Object.values(people)].map(({ id }) => id);
    for (const properties of [
      {},
      { team_id: scopedTeam },
      { owner_id: people.direct.id, visible_to: 1 },
      { owner_id: people.direct.id, visible_to: 7 },
    ]) {
      const { results, page } = await search('subject', reading(properties));
      const expected: string[] = [];
      for (const id of everybody) if (await allowed(id, properties)) expected.push(id);
      expect(results).toEqual(expected.sort().map((id) => ({ type: 'user', id })));
      expect(page).toEqual({ next_token: '', count: expected.length });
    }
  });

  it('comes in pages that together are the whole, and refuses a token of another question', async () => {
    const { search } = await organisation();
    const whole = (await search('subject', reading())).results;
    const found = [];
    let page: object = { limit: 2 };
    for (;;) {
      const answer = await search('subject', { ...reading(), page });
      found.push(...answer.results);
      if (answer.page.next_token === '') break;
      page = { token: answer.page.next_token };
    }
    expect(found).toEqual(whole);
    const { next_token: token } = (await search('subject', { ...reading(), page: { limit: 1 } })).page;
    const other = { ...reading(), action: { name: 'update' }, page: { token } };
    expect(await search('subject', other, 400)).toMatchObject({ code: 'invalid_cursor' });
    await search('subject', { ...reading(), page: { token, limit: 3 } }, 400);
    const forged = Buffer.from(JSON.stringify(['x', "' OR 1=1", 5])).toString('base64url');
    await search('subject', { ...reading(), page: { token: forged } }, 400);
    await search('subject', { ...reading(), page: { limit: -1 } }, 400);
    expect((await search('subject', { ...reading(), page: { limit: 0 } })).results).toEqual([]);
  });
});

describe('a search for actions', () => {
  it('finds exactly those that an evaluation allows', async () => {
    const { people, search, allowed } = await organisation();
    for (const { id } of [people.direct, people.wildcard, people.nobody, people.early]) {
      const body = { subject: { type: 'user', id }, resource: { type: 'deal', id: '1' } };
      const expected: object[] = [];
      for (const name of ['read', 'update', 'view_all'])
        if (await allowed(id, {}, name)) expected.push({ name });
      expect((await search('action', body)).results).toEqual(expected);
    }
  });
});

describe('a search for resources', () => {
  it('finds those of the described items that an evaluation allows', async () => {
    const { people, search, allowed } = await organisation();
    const property = fc.record({
      owner_id: fc.constantFrom(people.direct.id, people.nobody.id),
      visible_to: fc.constantFrom(1, 3, 5, 7),
      follower_ids: fc.constantFrom([], [people.direct.id]),
    });
    const [described = []] = fc.sample(fc.array(property, { minLength: 20, maxLength: 20 }), 1);
    const candidates = described.map((properties, index) => ({ id: String(index), properties }));
    const body = {
      subject: { type: 'user', id: people.direct.id },
      action: { name: 'read' },
      resource: { type: 'deal', properties: { candidates } },
    };
    const expected = [];
    for (const { id, properties } of candidates)
      if (await allowed(people.direct.id, properties)) expected.push({ type: 'deal', id });
    expect((await search('resource', body)).results).toEqual(expected);
    const none = await search('resource', { ...body, resource: { type: 'deal' } });
    expect(none).toMatchObject({ results: [], context: { reason: 'no_candidates' } });
  });
});

it('wants what the standard requires', async () => {
  const { search, headers } = await organisation();
  await search('subject', { ...reading(), subject: {} }, 400);
  await search('action', { subject: { type: 'user', id: v7() } }, 400);
  await search('action', { subject: { type: 'user', id: v7() }, resource: { type: 'deal' } }, 400);
  await search('resource', { ...reading(), subject: { type: 'user', id: v7() }, action: undefined }, 400);
  await app.request().post('/access/v1/search/subject').send(reading()).expect(401);
  const { body } = await app
    .request()
    .post('/access/v1/search/subject')
    .set(headers)
    .send(reading())
    .expect(200);
  expect(Object.keys(body)[0]).toBe('page');
});
