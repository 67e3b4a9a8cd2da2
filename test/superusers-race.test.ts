import { expect, it } from '@jest/globals';
import { RequestContext } from '../apps/auth/src/core/context/index.js';
import { AssignRole, FindRole, RevokeRole } from '../apps/auth/src/modules/rbac/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { bearer, createUserWithRole } from './support/people.js';

const [first, second] = useCommittingApps(2) as [TestApp, TestApp];
const ROUNDS = 6;

it.each([
  ['take the role from', (id: string, roleId: string) => ['delete', `${id}/roles/${roleId}`] as const],
  ['delete', (id: string) => ['delete', id] as const],
  ['disable', (id: string) => ['patch', id] as const],
])(
  'of two superusers who %s each other at the same moment one fails (E6)',
  async (_, removal) => {
    const roleId = (await first.app.get(FindRole).execute('superuser')) ?? '';
    const remaining = () =>
      first.dataSource.query<{ id: string }[]>(
        `SELECT u.id FROM role_assignments a JOIN users u ON u.id = a.user_id
       WHERE a.role_id = $1 AND u.deleted_at IS NULL AND u.status = 'active'`,
        [roleId],
      );
    const remove = (instance: TestApp, authorization: string, target: UserView) => {
      const [method, path] = removal(target.id, roleId);
      const request = instance.request()[method](`/auth/v1/users/${path}`).set({ authorization });
      return method === 'patch' ? request.send({ status: 'disabled' }) : request;
    };

    for (let round = 0; round < ROUNDS; round++) {
      await first.dataSource.query('DELETE FROM role_assignments WHERE role_id = $1', [roleId]);
      const [left, right] = [
        await createUserWithRole(first, 'superuser'),
        await createUserWithRole(second, 'superuser'),
      ];
      const [tokenOfLeft, tokenOfRight] = [await bearer(first, left), await bearer(second, right)];
      const answers = await Promise.all([
        remove(first, tokenOfLeft, right),
        remove(second, tokenOfRight, left),
      ]);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      expect(answers.filter(({ status }) => [401, 403, 409].includes(status))).toHaveLength(1);
      expect(await remaining()).toHaveLength(1);
    }
  },
  60_000,
);

const revoke = (instance: TestApp, actor: UserView, target: UserView, roleId: string) => {
  const context = instance.app.get(RequestContext);
  return context.run('race', { ipAddress: '127.0.0.1', userAgent: '' }, () =>
    context.runAs({ userId: actor.id, sessionId: '' }, () =>
      instance.app.get(RevokeRole).execute(target.id, roleId),
    ),
  );
};

it('of two who take the role from each other a hundred times one always remains (E6)', async () => {
  const roleId = (await first.app.get(FindRole).execute('superuser')) ?? '';
  await first.dataSource.query('DELETE FROM role_assignments WHERE role_id = $1', [roleId]);
  const left = await createUserWithRole(first, 'superuser');
  const right = await createUserWithRole(first, 'superuser');
  const losers: UserView[] = [];
  for (let round = 0; round < 100; round++) {
    const results = await Promise.allSettled([
      revoke(first, left, right, roleId),
      revoke(second, right, left, roleId),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const loser = results[0].status === 'fulfilled' ? right : left;
    losers.push(loser);
    await first.app.get(AssignRole).execute(loser.id, roleId);
  }
  // Otherwise they would not have met.
  expect(new Set(losers).size).toBe(2);
}, 60_000);

it('of a hundred superusers, each of whom takes the role from the next at the same moment, one remains (E6)', async () => {
  const roleId = (await first.app.get(FindRole).execute('superuser')) ?? '';
  await first.dataSource.query('DELETE FROM role_assignments WHERE role_id = $1', [roleId]);
  const users = await Promise.all(Array.from({ length: 100 }, () => createUserWithRole(first, 'superuser')));
  const results = await Promise.allSettled(
    users.map((actor, place) =>
      revoke(place % 2 === 0 ? first : second, actor, users[(place + 1) % users.length] ?? actor, roleId),
    ),
  );
  const codes = results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
  );
  // Who has lost the role has lost the right to take it from the next.
  expect(codes.filter((code) => !['escalation_refused', 'last_superuser'].includes(code))).toEqual([]);
  const [{ count } = { count: 0 }] = await first.dataSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM role_assignments WHERE role_id = $1',
    [roleId],
  );
  expect(count).toBe(codes.length);
  expect(count).toBeGreaterThan(0);
}, 60_000);
