import { describe, expect, it } from '@jest/globals';
import {
  CreatePermission,
  CreateResource,
  CreateRole,
  SaveSeparationOfDuty,
} from '../apps/auth/src/modules/rbac/index.js';
import { CreateServiceAccount } from '../apps/auth/src/modules/service-account/index.js';
import { CreateTeam } from '../apps/auth/src/modules/team/index.js';
import { CreateVisibilityGroup } from '../apps/auth/src/modules/visibility-group/index.js';
import { useApp } from './support/app.js';
import { bearer, createUserWithRole } from './support/people.js';

const app = useApp();

/** One of each thing that counts its changes. */
async function things() {
  const get = app.app.get.bind(app.app);
  const resource = await get(CreateResource).execute({ key: 'boat', service: 'harbour' });
  const permission = await get(CreatePermission).execute({ resource: 'boat', action: 'row' });
  const spare = await get(CreateResource).execute({ key: 'spare', service: 'harbour' });
  const [one, other] = [
    await get(CreateRole).execute({ name: 'one' }),
    await get(CreateRole).execute({ name: 'other' }),
  ];
  const rule = await get(SaveSeparationOfDuty).create({ name: 'rule', roleIds: [one.id, other.id] });
  const role = await get(CreateRole).execute({ name: 'free' });
  const team = await get(CreateTeam).execute({ name: 'team' });
  const group = await get(CreateVisibilityGroup).execute({ name: 'group' });
  const account = await get(CreateServiceAccount).execute({ name: 'account' });
  return { resource, permission, spare, rule, role, team, group, account };
}

describe('a change of something that was changed meanwhile', () => {
  it('is refused, and the same with the present version is not', async () => {
    const authorization = await bearer(app, await createUserWithRole(app, 'superuser'));
    const { resource, permission, spare, rule, role, team, group, account } = await things();
    for (const [method, path, of, body] of [
      ['patch', '', `resources/${resource.id}`, { description: 'x' }],
      ['patch', '', `permissions/${permission.id}`, { description: 'x' }],
      ['patch', '', `roles/${role.id}`, { description: 'x' }],
      ['put', '/permissions', `roles/${role.id}`, { permissions: ['user:read'] }],
      ['put', '/parents', `roles/${role.id}`, { parentIds: [] }],
      ['put', '/second-factor', `roles/${role.id}`, { required: true }],
      ['patch', '', `separation-of-duty/${rule.id}`, { description: 'x' }],
      ['patch', '', `teams/${team.id}`, { description: 'x' }],
      ['patch', '', `visibility-groups/${group.id}`, { description: 'x' }],
      ['put', '/parent', `visibility-groups/${group.id}`, { parentId: null }],
      ['delete', '', `permissions/${permission.id}`, undefined],
      ['delete', '', `resources/${spare.id}`, undefined],
      ['delete', '', `separation-of-duty/${rule.id}`, undefined],
      ['delete', '', `roles/${role.id}`, undefined],
      ['delete', '', `teams/${team.id}`, undefined],
      ['delete', '', `visibility-groups/${group.id}`, undefined],
      ['delete', '', `service-accounts/${account.id}`, undefined],
    ] as const) {
      const { body: before } = await app.request().get(`/auth/v1/${of}`).set({ authorization }).expect(200);
      const { version } = before as { version: number };
      const send = (expected: number) =>
        app
          .request()
          [method](`/auth/v1/${of}${path}`)
          .set({ authorization, 'if-match': `"${expected}"` })
          .send(body);
      const stale = await send(version + 1);
      expect([method, of + path, stale.status, stale.body.code]).toEqual([
        method,
        of + path,
        412,
        'version_mismatch',
      ]);
      expect((await app.request().get(`/auth/v1/${of}`).set({ authorization })).body).toEqual(before);
      expect([method, of + path, (await send(version)).status]).toEqual([
        method,
        of + path,
        method === 'delete' ? 204 : 200,
      ]);
    }
  });
});
