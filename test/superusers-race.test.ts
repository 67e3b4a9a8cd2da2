import { expect, it } from '@jest/globals';
import { FindRole } from '../apps/auth/src/modules/rbac/index.js';
import type { UserView } from '../apps/auth/src/modules/user/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { bearer, createUserWithRole } from './support/people.js';

const [first, second] = useCommittingApps(2) as [TestApp, TestApp];

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

    for (let round = 0; round < 6; round++) {
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
