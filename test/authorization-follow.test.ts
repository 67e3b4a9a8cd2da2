import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AuthorizationReplica,
  type AuthorizationStructure,
  type AuthorizationUpdate,
  type SubjectRecord,
} from '@auth-service/authorization';
import { setTimeout as sleep } from 'node:timers/promises';
import { EvaluateAccess } from '../apps/auth/src/modules/authorization/domain/queries/evaluate-access.js';
import {
  AssignRole,
  CreateRole,
  RevokeRole,
  SetRolePermissions,
} from '../apps/auth/src/modules/rbac/index.js';
import { EndSession } from '../apps/auth/src/modules/session/index.js';
import { ChangeUserStatus } from '../apps/auth/src/modules/user/index.js';
import { InvalidationChannel } from '../apps/auth/src/core/cache/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { bearer, createUser, createUserWith, createUserWithRole, logIn } from './support/people.js';

const [first, second] = useCommittingApps(2) as [TestApp, TestApp];
let headers: { authorization: string };
let origin: string;

beforeAll(async () => {
  await second.app.listen(0, '127.0.0.1');
  origin = await second.app.getUrl();
  headers = { authorization: await bearer(second, await createUserWith(second, 'authorization:follow')) };
}, 30_000);

interface Event {
  readonly type: string;
  readonly data: AuthorizationUpdate;
}

/** Reads a stream of server-sent events until it is stopped. */
function listen(
  query = '',
  more: Record<string, string> = {},
): { readonly events: Event[]; stop: () => void; readonly ended: Promise<void> } {
  const events: Event[] = [];
  const controller = new AbortController();
  const read = async () => {
    const response = await fetch(`${origin}/auth/v1/authorization/events${query}`, {
      headers: { ...headers, ...more },
      signal: controller.signal,
    });
    let text = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const parts = (text + Buffer.from(chunk).toString()).split('\n\n');
      text = parts.pop() ?? '';
      for (const part of parts) {
        const type = /^event: (.*)$/m.exec(part)?.[1];
        if (type !== undefined)
          events.push({
            type,
            data: JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? '{}') as AuthorizationUpdate,
          });
      }
    }
  };
  const ended = read().catch(() => undefined);
  stops.push(() => controller.abort());
  return { events, stop: () => controller.abort(), ended };
}
const stops: (() => void)[] = [];
afterAll(() => stops.forEach((stop) => stop()));

const get = async <T>(path: string, status = 200): Promise<T> =>
  (await second.request().get(`/auth/v1/authorization/${path}`).set(headers).expect(status)).body as T;

/** A service's whole knowledge, read over REST. */
async function replica(): Promise<AuthorizationReplica> {
  const snapshot = await get<AuthorizationStructure & { rev: number }>('snapshot');
  const users: SubjectRecord[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page: { items: SubjectRecord[]; nextCursor: string | null } = await get(
      `snapshot/users?limit=2${query}`,
    );
    users.push(...page.items);
    cursor = page.nextCursor;
  }
  return new AuthorizationReplica(snapshot.rev, snapshot, users);
}

const waitFor = async (check: () => boolean, ms = 3000): Promise<number> => {
  const start = performance.now();
  while (!check()) {
    if (performance.now() - start > ms) throw new Error('it did not come');
    await sleep(5);
  }
  return performance.now() - start;
};
/** As if every message from the other instance were lost, though the connection stands. */
async function withoutMessages(work: () => Promise<void>): Promise<void> {
  const channel = second.app.get<unknown, { receive: (payload: string) => void }>(InvalidationChannel);
  const receive = channel.receive.bind(channel);
  channel.receive = () => undefined;
  try {
    await work();
  } finally {
    channel.receive = receive;
  }
}

let count = 0;
const roleOf = async (...permissions: 'audit:read'[]) =>
  (await first.app.get(CreateRole).execute({ name: `follow ${++count}`, permissions })).id;

describe('a service that follows', () => {
  it('knows what the service knows, from a snapshot and the changes after it', async () => {
    const role = await roleOf('audit:read');
    const user = await createUser(first);
    await first.app.get(AssignRole).execute(user.id, role);
    const known = await replica();
    const holds = () => known.model.accessOf(known.subject(user.id), Date.now()).has('audit:read');
    expect(holds()).toBe(true);
    await first.app.get(SetRolePermissions).execute(role, []);
    const update = await get<AuthorizationUpdate>(`changes?since=${known.rev}`);
    expect(known.apply(update)).toBe('applied');
    expect(holds()).toBe(false);
    expect(known.apply(update)).toBe('known');
    expect((await get<AuthorizationUpdate>(`changes?since=${known.rev}`)).rev).toBe(known.rev);
  });

  it('hears of a change on another instance within a second', async () => {
    const role = await roleOf('audit:read');
    const user = await createUser(first);
    const known = await replica();
    const { events, stop } = listen();
    await waitFor(() => events.some(({ type }) => type === 'heartbeat'));
    const delays: number[] = [];
    for (let round = 0; round < 20; round++) {
      const give = round % 2 === 0;
      if (give) await first.app.get(AssignRole).execute(user.id, role);
      else await first.app.get(RevokeRole).execute(user.id, role);
      const heard = () => {
        for (const { type, data } of events.splice(0))
          if (type === 'update') expect(known.apply(data)).not.toBe('gap');
        return known.subject(user.id).roles.length === (give ? 1 : 0);
      };
      delays.push(await waitFor(heard));
    }
    stop();
    expect(Math.max(...delays)).toBeLessThan(1000);
  }, 30_000);

  it('hears of it by the heartbeat when every announcement is lost', async () => {
    const role = await roleOf('audit:read');
    const user = await createUser(first);
    const { events, stop } = listen();
    await waitFor(() => events.some(({ type }) => type === 'heartbeat'));
    await withoutMessages(async () => {
      await first.app.get(AssignRole).execute(user.id, role);
      await waitFor(() =>
        events.some(({ type, data }) => type === 'update' && data.users.some(({ id }) => id === user.id)),
      );
    });
    stop();
  });

  it('goes on where it was cut off (Last-Event-ID), whatever its address says', async () => {
    const role = await roleOf('audit:read');
    const known = await replica();
    const later = await roleOf('audit:read');
    const knows = (events: Event[], wanted: string) =>
      events.some(({ type, data }) => type === 'update' && data.roles.some(({ id }) => id === wanted));
    const { events, stop } = listen('?since=1', { 'last-event-id': String(known.rev) });
    await waitFor(() => knows(events, later));
    stop();
    expect(knows(events, role)).toBe(false);
    const wrong = second.request().get('/auth/v1/authorization/events').set(headers);
    expect((await wrong.set('last-event-id', 'x').expect(400)).body.errors[0].field).toBe('Last-Event-ID');
  });

  it('begins where it was, and anew when that is forgotten', async () => {
    const known = await replica();
    const role = await roleOf('audit:read');
    const { events, stop } = listen(`?since=${known.rev}`);
    await waitFor(() =>
      events.some(({ type, data }) => type === 'update' && data.roles.some(({ id }) => id === role)),
    );
    stop();
    await get(`changes?since=${known.rev + 1_000_000}`, 410);
    await get('changes?since=x', 400);
    await first.dataSource.query('UPDATE authorization_revision SET pruned_rev = rev');
    await get(`changes?since=${known.rev}`, 410);
    const late = listen(`?since=${known.rev}`);
    await waitFor(() => late.events.some(({ type }) => type === 'gone'));
    late.stop();
    await first.dataSource.query('UPDATE authorization_revision SET pruned_rev = 0');
  });

  it('hears of ended sessions: at first of those whose tokens may still be good, then of each within a second', async () => {
    const user = await createUser(first);
    const [early, late, stays] = [
      await logIn(first, user.email),
      await logIn(first, user.email),
      await logIn(first, user.email),
    ];
    await first.app.get(EndSession).execute(early.sessionId, 'logout');
    const listed = await get<{ ids: string[]; tokenSeconds: number }>('ended-sessions');
    expect(listed.ids).toContain(early.sessionId);
    expect(listed.ids).not.toContain(stays.sessionId);
    expect(listed.tokenSeconds).toBe(360);
    const { events, stop } = listen();
    const told = (id: string) =>
      events.filter(
        ({ type, data }) => type === 'sessions' && (data as unknown as { ids: string[] }).ids.includes(id),
      );
    await waitFor(() => told(early.sessionId).length > 0);
    expect(events[0]?.type).toBe('sessions');
    await first.app.get(EndSession).execute(late.sessionId, 'logout');
    expect(await waitFor(() => told(late.sessionId).length > 0)).toBeLessThan(1000);
    await sleep(1500);
    expect(told(late.sessionId)).toHaveLength(1);
    expect(told(stays.sessionId)).toHaveLength(0);
    stop();
    await first.dataSource.query(
      `UPDATE sessions SET ended_at = ended_at - interval '10 minutes' WHERE id = $1`,
      [early.sessionId],
    );
    expect((await get<{ ids: string[] }>('ended-sessions')).ids).not.toContain(early.sessionId);
  });

  it('begins anew when so many users have changed that telling would take too long', async () => {
    const known = await replica();
    const note = (count: number) =>
      first.dataSource.query(
        `WITH made AS (INSERT INTO users (id, email) SELECT gen_random_uuid(), gen_random_uuid() || '@example.test'
           FROM generate_series(1, $1) RETURNING id),
         next AS (UPDATE authorization_revision SET rev = rev + 1 RETURNING rev)
         INSERT INTO authorization_changes (rev, type, record_id) SELECT next.rev, 'user', made.id FROM made, next`,
        [count],
      );
    const { events, stop } = listen();
    await waitFor(() => events.some(({ type }) => type === 'heartbeat'));
    await note(5000);
    expect((await get<AuthorizationUpdate>(`changes?since=${known.rev}`)).users).toHaveLength(5000);
    await note(5001);
    await get(`changes?since=${known.rev + 1}`, 410);
    await waitFor(() => events.some(({ type }) => type === 'gone'));
    // The stream goes on.
    events.splice(0);
    await waitFor(() => events.some(({ type }) => type === 'heartbeat'));
    stop();
  }, 30_000);

  it.each([
    [
      'the session ends',
      (_: string, sessionId: string) => first.app.get(EndSession).execute(sessionId, 'logout'),
    ],
    [
      'the role is taken',
      (userId: string, _: string, roleId: string) => first.app.get(RevokeRole).execute(userId, roleId),
    ],
    ['the user is disabled', (userId: string) => first.app.get(ChangeUserStatus).execute(userId, 'disabled')],
  ])(
    'hears nothing more when %s',
    async (_, take) => {
      await createUserWithRole(first, 'superuser');
      const { id: roleId } = await first.app
        .get(CreateRole)
        .execute({ name: `followers ${++count}`, permissions: ['authorization:follow'] });
      const user = await createUser(first);
      await first.app.get(AssignRole).execute(user.id, roleId);
      const { accessToken, sessionId } = await logIn(second, user.email);
      const { events, ended } = listen('', { authorization: `Bearer ${accessToken}` });
      await waitFor(() => events.some(({ type }) => type === 'heartbeat'));
      await take(user.id, sessionId, roleId);
      const since = performance.now();
      await ended;
      expect(performance.now() - since).toBeLessThan(2500);
    },
    10_000,
  );

  it('may follow only with the permission to', async () => {
    const other = { authorization: await bearer(second, await createUser(second)) };
    for (const path of ['snapshot', 'snapshot/users', 'changes?since=0', 'ended-sessions', 'events'])
      await second.request().get(`/auth/v1/authorization/${path}`).set(other).expect(403);
  });
});

/** Whether a user may read the audit log, as an instance knows it; from memory where it can. */
const decides = async (instance: TestApp, userId: string) => {
  const question = {
    subjectType: 'user',
    subjectId: userId,
    action: 'read',
    resourceType: 'audit',
    resourceId: '1',
    teamId: undefined,
    item: null,
    parents: [],
    assurance: 'aal2' as const,
  };
  return (await instance.app.get(EvaluateAccess).executeAll([question], ''))[0]?.decision;
};

/** Gives and takes a role on one instance, and tells after how many milliseconds the other one decides so. */
async function delaysOf(rounds: number): Promise<number[]> {
  const role = await roleOf('audit:read');
  const user = await createUser(first);
  const delays: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const give = round % 2 === 0;
    await decides(second, user.id);
    if (give) await first.app.get(AssignRole).execute(user.id, role);
    else await first.app.get(RevokeRole).execute(user.id, role);
    const start = performance.now();
    while ((await decides(second, user.id)) !== give) await sleep(1);
    delays.push(performance.now() - start);
  }
  return delays.sort((a, b) => a - b);
}

describe('a change on another instance', () => {
  it('is decided by within a second, mostly at once', async () => {
    const delays = await delaysOf(40);
    expect(delays.at(-1)).toBeLessThan(1000);
    expect(delays[20]).toBeLessThan(100);
  }, 30_000);

  it('is decided by within a second also when every announcement is lost', async () => {
    await withoutMessages(async () => {
      expect((await delaysOf(6)).at(-1)).toBeLessThan(1000);
    });
  }, 30_000);

  it('is decided by at once for who has seen its revision, whatever is lost', async () => {
    const role = await roleOf('audit:read');
    const user = await createUser(first);
    const root = await bearer(first, await createUserWithRole(first, 'superuser'));
    const asking = {
      authorization: await bearer(second, await createUserWith(second, 'authorization:evaluate')),
    };
    const change = (give: boolean) =>
      first
        .request()
        [give ? 'put' : 'delete'](`/auth/v1/users/${user.id}/roles/${role}`)
        .set({ authorization: root });
    const ask = async (revision: string) =>
      second
        .request()
        .post('/access/v1/evaluation')
        .set({ ...asking, 'x-authz-min-revision': revision })
        .send({
          subject: { type: 'user', id: user.id },
          action: { name: 'read' },
          resource: { type: 'audit', id: '1' },
        });
    await withoutMessages(async () => {
      for (let round = 0; round < 20; round++) {
        const give = round % 2 === 0;
        await decides(second, user.id);
        const { headers: answered } = await change(give).expect(204);
        const { body } = await ask(String(answered['x-authz-revision']));
        expect(body).toMatchObject({ decision: give });
      }
    });
    const wrong = await ask('soon');
    expect(wrong.body).toMatchObject({ status: 400, errors: [{ field: 'X-Authz-Min-Revision' }] });
    // One that never was is no reason to wait.
    expect((await ask('999999999')).status).toBe(200);
  }, 30_000);
});
