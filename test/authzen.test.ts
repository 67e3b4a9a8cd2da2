import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import {
  AssignRole,
  CreatePermission,
  CreateResource,
  CreateRole,
  GrantPermission,
  RequireSecondFactorForRole,
} from '../apps/auth/src/modules/rbac/index.js';
import { ChangeUserStatus } from '../apps/auth/src/modules/user/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole } from './support/people.js';

const app = useApp();
type Json = Record<string, unknown>;

/** A catalogue as a service registers it, somebody who asks, and somebody about whom is asked. */
async function scene() {
  await app.app.get(CreateResource).execute({ key: 'deal', service: 'sales' });
  for (const action of ['read', 'update', 'update_any', 'view_all'])
    await app.app.get(CreatePermission).execute({ resource: 'deal', action });
  const headers = { authorization: await bearer(app, await createUserWith(app, 'authorization:evaluate')) };
  const subject = await createUser(app);
  const grant = (name: string, userId = subject.id) =>
    app.app.get(GrantPermission).execute(userId, `deal:${name}`);
  const post = (path: string, body: unknown) =>
    app
      .request()
      .post(`/access/v1/${path}`)
      .set(headers)
      .send(body as object);
  const question = (action: string, properties?: Json, id = subject.id) => ({
    subject: { type: 'user', id },
    action: { name: action },
    resource: { type: 'deal', id: '1', ...(properties && { properties }) },
  });
  const ask = async (action: string, properties?: Json, id?: string) =>
    (await post('evaluation', question(action, properties, id)).expect(200)).body as Json;
  return { headers, subject, grant, post, question, ask };
}

/** A group below another, and the numbers of both. */
async function groups() {
  const [upper, lower] = [v7(), v7()];
  const insert = async (id: string, parent: string | null): Promise<number> => {
    const [row] = await app.dataSource.query<{ number: number }[]>(
      'INSERT INTO visibility_groups (id, name, parent_id) VALUES ($1, $2, $3) RETURNING number',
      [id, `group ${id}`, parent],
    );
    return row?.number ?? 0;
  };
  const join = (userId: string, group: string) =>
    app.dataSource.query('INSERT INTO visibility_group_members (user_id, group_id) VALUES ($1, $2)', [
      userId,
      group,
    ]);
  return {
    upper,
    lower,
    upperNumber: await insert(upper, null),
    lowerNumber: await insert(lower, upper),
    join,
  };
}

describe('an evaluation (AuthZEN 1.0, section 6)', () => {
  it('says yes to what is granted and no to the rest, with 200', async () => {
    const { ask, grant } = await scene();
    expect(await ask('read')).toEqual({ decision: false, context: { reason: 'not_permitted', status: 403 } });
    await grant('read');
    expect(await ask('read')).toEqual({ decision: true });
    expect(await ask('read', {}, v7())).toMatchObject({
      decision: false,
      context: { reason: 'unknown_subject' },
    });
    expect(await ask('no such thing')).toMatchObject({ decision: false });
  });

  it('looks at who sees the item when the calling service describes it', async () => {
    const { ask, grant, subject } = await scene();
    const { upper, upperNumber, lower, lowerNumber, join } = await groups();
    await grant('read');
    const owner = await createUser(app);
    await join(owner.id, lower);
    await join(subject.id, upper);
    const invisible = { decision: false, context: { reason: 'not_visible', status: 404 } };
    // The subject's group is above the owner's.
    expect(await ask('read', { owner_id: owner.id, visible_to: 1 })).toEqual({ decision: true });
    const other = await createUser(app);
    const elsewhere = { owner_id: other.id, visible_to: 5 };
    expect(await ask('read', elsewhere)).toEqual(invisible);
    expect(await ask('read', { ...elsewhere, visible_to: 7 })).toEqual({ decision: true });
    expect(await ask('read', { ...elsewhere, follower_ids: [subject.id] })).toEqual({ decision: true });
    expect(await ask('read', { ...elsewhere, visibility_group: lowerNumber })).toEqual({ decision: true });
    expect(await ask('read', { owner_id: other.id, visibility_group: upperNumber, visible_to: 1 })).toEqual(
      invisible,
    );
    // Nothing was said of the level: the default for the type in the group.
    expect(await ask('read', { owner_id: other.id, visibility_group: upperNumber })).toEqual({
      decision: true,
    });
    // A child is visible when all that it belongs to is (V13).
    const parents = [{ type: 'deal', properties: elsewhere }];
    expect(await ask('read', { parents })).toEqual(invisible);
    await grant('view_all');
    expect(await ask('read', { ...elsewhere, visible_to: 1, parents })).toEqual({ decision: true });
  });

  it('covers own items by the permission and those of others by the one with _any (V5)', async () => {
    const { ask, grant, subject } = await scene();
    const other = await createUser(app);
    await grant('update');
    const item = (ownerId: string) => ({ owner_id: ownerId, visible_to: 7 });
    expect(await ask('update', item(subject.id))).toEqual({ decision: true });
    expect(await ask('update', item(other.id))).toMatchObject({ decision: false, context: { status: 403 } });
    await grant('update_any');
    expect(await ask('update', item(other.id))).toEqual({ decision: true });
  });

  it('believes nobody what they say of an item that they want for themselves, nor of a subject', async () => {
    const { grant, question, post, subject } = await scene();
    await grant('read');
    await app.app.get(GrantPermission).execute(subject.id, 'authorization:evaluate');
    const own = { authorization: await bearer(app, subject) };
    const described = question('read', { owner_id: subject.id });
    const { body } = await app.request().post('/access/v1/evaluation').set(own).send(described).expect(200);
    expect(body).toMatchObject({ decision: false, context: { reason: 'self_described' } });
    const boasting = question('update');
    const claims = { ...boasting.subject, properties: { roles: ['superuser'], isActive: true } };
    expect((await post('evaluation', { ...boasting, subject: claims })).body.decision).toBe(false);
  });

  it('denies who is disabled, and what wants a second factor to a session without', async () => {
    const { ask, subject, post, question } = await scene();
    const role = await app.app.get(CreateRole).execute({ name: 'careful', permissions: ['deal:read'] });
    await app.app.get(AssignRole).execute(subject.id, role.id);
    await app.app.get(RequireSecondFactorForRole).execute(role.id, true);
    const weak = await post('evaluation', { ...question('read'), context: { acr: 'aal1' } }).expect(200);
    expect(weak.body).toMatchObject({ decision: false, context: { reason: 'not_permitted' } });
    expect(await ask('read')).toEqual({ decision: true });
    await createUserWithRole(app, 'superuser');
    await app.app.get(ChangeUserStatus).execute(subject.id, 'disabled');
    expect(await ask('read')).toMatchObject({ decision: false, context: { reason: 'inactive' } });
  });

  it('answers 400 to a missing or wrong member and names it, and ignores unknown ones', async () => {
    const { post, question } = await scene();
    const good = question('read');
    for (const [body, field] of [
      [{ ...good, subject: undefined }, 'subject'],
      [{ ...good, subject: { type: 'user' } }, 'subject.id'],
      [{ ...good, subject: { type: '', id: '1' } }, 'subject.type'],
      [{ ...good, action: {} }, 'action.name'],
      [{ ...good, action: 'read' }, 'action'],
      [{ ...good, resource: { type: 'deal' } }, 'resource.id'],
      [{ ...good, context: [] }, 'context'],
      [question('read', { owner_id: 7 }), 'resource.properties.owner_id'],
      [question('read', { visibility_group: 'x' }), 'resource.properties.visibility_group'],
      [question('read', { parents: [{}] }), 'resource.properties.parents.0.type'],
      [[], 'body'],
    ] as const) {
      const answer = await post('evaluation', body).expect(400);
      expect(answer.body).toMatchObject({ code: 'invalid_request', errors: [{ field }] });
    }
    const level = await post('evaluation', question('read', { visible_to: 4 })).expect(400);
    expect(level.body).toMatchObject({ code: 'invalid_level' });
    await post('evaluation', { ...good, more: { of: 'it' } }).expect(200);
  });

  it('is for those alone who may ask, and echoes the id of the request', async () => {
    const { headers, question } = await scene();
    const ask = (more: Json) =>
      app
        .request()
        .post('/access/v1/evaluation')
        .set(more as Record<string, string>)
        .send(question('read'));
    const unknown = await ask({}).expect(401);
    expect(unknown.headers['www-authenticate']).toMatch(/^Bearer/);
    await ask({ authorization: await bearer(app, await createUser(app)) }).expect(403);
    for (const id of ['an id / of (any) kind?', `<"one" & 'other'>`, 'x'.repeat(1000)])
      expect((await ask({ ...headers, 'x-request-id': id }).expect(200)).headers['x-request-id']).toBe(id);
    await app.request().get('/access/v1/evaluation').set(headers).expect(404);
  });
});

describe('many evaluations (section 7)', () => {
  it('take what they leave out from above, keep their order, and spoil nothing by one that is wrong', async () => {
    const { post, grant, question } = await scene();
    await grant('read');
    const { subject, action, resource } = question('read');
    const { body } = await post('evaluations', {
      subject,
      action,
      evaluations: [
        { resource },
        { resource, action: { name: 'update' } },
        {},
        { resource, subject: { type: 'robot', id: '1' } },
      ],
    }).expect(200);
    expect(body).toEqual({
      evaluations: [
        { decision: true },
        { decision: false, context: { reason: 'not_permitted', status: 403 } },
        {
          decision: false,
          context: { error: { status: 400, code: 'invalid_request', message: 'resource is missing' } },
        },
        { decision: false, context: { reason: 'unknown_subject_type', status: 403 } },
      ],
    });
  });

  it.each([
    ['execute_all', [true, false, true]],
    ['deny_on_first_deny', [true, false]],
    ['permit_on_first_permit', [true]],
  ])('follow the semantics %s', async (semantic, expected) => {
    const { post, grant, question } = await scene();
    await grant('read');
    const { body } = await post('evaluations', {
      ...question('read'),
      evaluations: [{}, { action: { name: 'update' } }, {}],
      options: { evaluations_semantic: semantic, other: 1 },
    }).expect(200);
    expect(body.evaluations.map(({ decision }: { decision: boolean }) => decision)).toEqual(expected);
  });

  it('are one evaluation when there are none', async () => {
    const { post, grant, question } = await scene();
    await grant('read');
    expect((await post('evaluations', question('read')).expect(200)).body).toEqual({ decision: true });
    expect((await post('evaluations', { ...question('read'), evaluations: [] })).body).toEqual({
      decision: true,
    });
    await post('evaluations', { evaluations: [] }).expect(400);
    const options = { evaluations_semantic: 'first' };
    const wrong = await post('evaluations', { ...question('read'), evaluations: [{}], options }).expect(400);
    expect(wrong.body.errors[0].field).toBe('options.evaluations_semantic');
    await post('evaluations', { ...question('read'), evaluations: Array(1001).fill({}) }).expect(400);
  });
});

it('is found where the standard says (section 9)', async () => {
  const { body } = await app.request().get('/.well-known/authzen-configuration').expect(200);
  const origin = body.policy_decision_point as string;
  expect(origin).toBe(app.config.publicUrl);
  expect(body).toEqual({
    policy_decision_point: origin,
    access_evaluation_endpoint: `${origin}/access/v1/evaluation`,
    access_evaluations_endpoint: `${origin}/access/v1/evaluations`,
    search_subject_endpoint: `${origin}/access/v1/search/subject`,
    search_resource_endpoint: `${origin}/access/v1/search/resource`,
    search_action_endpoint: `${origin}/access/v1/search/action`,
  });
});
