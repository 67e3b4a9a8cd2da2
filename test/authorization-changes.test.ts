import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWithRole, newEmail } from './support/people.js';

const app = useApp();
const validUntil = '2099-01-01T00:00:00.000Z';
const validFrom = '2020-01-01T00:00:00.000Z';
const window = { validFrom, validUntil };

type Method = 'post' | 'put' | 'patch' | 'delete';
type Json = Record<string, unknown>;

/** Somebody who may do everything, whose changes are looked at one by one. */
async function administrator() {
  const administrator = await createUserWithRole(app, 'superuser');
  const authorization = await bearer(app, administrator);
  const send = async (method: Method, path: string, body?: object, more: Record<string, string> = {}) => {
    const request = app
      .request()
      [method](`/auth/v1/${path}`)
      .set({ authorization, 'x-request-id': v7(), ...more });
    const answer = await (body === undefined ? request : request.send(body));
    return {
      status: answer.status,
      body: answer.body as Json,
      headers: answer.headers as Record<string, string>,
    };
  };
  /** A change that is made, and what the audit log has of it. */
  const change = async (method: Method, path: string, body?: object) => {
    const answer = await send(method, path, body);
    expect([path, answer.status < 300 ? 'done' : answer.body]).toEqual([path, 'done']);
    const events = await app.dataSource.query<{ action: string; before: Json | null; after: Json | null }[]>(
      'SELECT action, before, after FROM audit_log WHERE request_id = $1 ORDER BY id',
      [answer.headers['x-request-id']],
    );
    return { ...answer, events, revision: Number(answer.headers['x-authz-revision']) };
  };
  const make = async (path: string, body: object) => (await change('post', path, body)).body.id as string;
  return { id: administrator.id, send, change, make };
}

describe('a change of authorisation', () => {
  it('answers its revision, which counts up, whatever is changed', async () => {
    const { send, change, make } = await administrator();
    const user = await createUser(app);
    const resource = await make('resources', { key: 'thing', service: 'things' });
    const permission = await make('permissions', { resource: 'thing', action: 'read' });
    const [role, other, third] = [
      await make('roles', { name: v7() }),
      await make('roles', { name: v7() }),
      await make('roles', { name: v7() }),
    ];
    const team = await make('teams', { name: v7() });
    const group = await make('visibility-groups', { name: v7() });
    const rule = await make('separation-of-duty', { name: v7(), roleIds: [other, third] });
    let last = 0;
    for (const [method, path, body] of [
      ['patch', `resources/${resource}`, { description: 'Things' }],
      ['patch', `permissions/${permission}`, { description: 'Read' }],
      ['patch', `roles/${role}`, { description: 'New' }],
      ['put', `roles/${role}/permissions`, { permissions: ['thing:read'] }],
      ['put', `roles/${role}/parents`, { parentIds: [other] }],
      ['put', `roles/${role}/second-factor`, { required: true }],
      ['put', `users/${user.id}/roles/${role}`, {}],
      ['delete', `users/${user.id}/roles/${role}`],
      ['post', `roles/${role}/assignments`, { userIds: [user.id] }],
      ['post', `roles/${role}/assignments/revoke`, { userIds: [user.id] }],
      ['put', `users/${user.id}/grants/thing:read`, {}],
      ['delete', `users/${user.id}/grants/thing:read`],
      ['put', `teams/${team}/roles/${role}`, {}],
      ['delete', `teams/${team}/roles/${role}`],
      ['patch', `teams/${team}`, { description: 'New' }],
      ['put', `teams/${team}/members/${user.id}`],
      ['put', `teams/${team}/managers/${user.id}`],
      ['delete', `teams/${team}/managers/${user.id}`],
      ['delete', `teams/${team}/members/${user.id}`],
      ['patch', `visibility-groups/${group}`, { description: 'New' }],
      ['put', `visibility-groups/${group}/members/${user.id}`],
      ['delete', `visibility-groups/${group}/members/${user.id}`],
      ['put', `visibility-groups/${group}/managers/${user.id}`],
      ['delete', `visibility-groups/${group}/managers/${user.id}`],
      ['put', `visibility-groups/${group}/defaults/thing`, { level: 5 }],
      ['delete', `visibility-groups/${group}/defaults/thing`],
      ['patch', `separation-of-duty/${rule}`, { description: 'New' }],
      ['delete', `separation-of-duty/${rule}`],
      ['delete', `visibility-groups/${group}`],
      ['delete', `teams/${team}`],
      ['delete', `roles/${role}`],
      ['delete', `permissions/${permission}`],
      ['delete', `resources/${resource}`],
      ['patch', `users/${user.id}`, { status: 'disabled' }],
      ['delete', `users/${user.id}`],
    ] as const) {
      const { revision, events } = await change(method, path, body);
      expect([method, path, revision > last]).toEqual([method, path, true]);
      expect([method, path, events.length > 0]).toEqual([method, path, true]);
      last = revision;
    }
    // What was refused has no revision.
    const refused = await send('put', `roles/${other}/parents`, { parentIds: [other] });
    expect([refused.status, refused.headers['x-authz-revision']]).toEqual([409, undefined]);
  });

  it('is refused for who has seen an older version', async () => {
    const { send, make } = await administrator();
    const resource = await make('resources', { key: 'thing', service: 'things' });
    const permission = await make('permissions', { resource: 'thing', action: 'read' });
    const role = await make('roles', { name: v7() });
    const team = await make('teams', { name: v7() });
    const group = await make('visibility-groups', { name: v7() });
    const rule = await make('separation-of-duty', {
      name: v7(),
      roleIds: [role, await make('roles', { name: v7() })],
    });
    for (const [method, path, body] of [
      ['patch', `resources/${resource}`, {}],
      ['delete', `resources/${resource}`],
      ['patch', `permissions/${permission}`, {}],
      ['delete', `permissions/${permission}`],
      ['patch', `roles/${role}`, {}],
      ['put', `roles/${role}/permissions`, { permissions: [] }],
      ['put', `roles/${role}/parents`, { parentIds: [] }],
      ['put', `roles/${role}/second-factor`, { required: true }],
      ['delete', `roles/${role}`],
      ['patch', `teams/${team}`, {}],
      ['delete', `teams/${team}`],
      ['patch', `visibility-groups/${group}`, {}],
      ['put', `visibility-groups/${group}/parent`, { parentId: null }],
      ['delete', `visibility-groups/${group}`],
      ['patch', `separation-of-duty/${rule}`, {}],
      ['delete', `separation-of-duty/${rule}`],
    ] as const) {
      const { status, body: answer } = await send(method, path, body, { 'if-match': '"99"' });
      expect([method, path, status, answer.code]).toEqual([method, path, 412, 'version_mismatch']);
    }
  });
});

describe('the audit log of authorisation', () => {
  it('has what was given and what was taken, as it was and as it is', async () => {
    const { id: grantedBy, change, make } = await administrator();
    const [user, role, team] = [
      await createUser(app),
      await make('roles', { name: 'Sellers', permissions: ['user:read'] }),
      await make('teams', { name: v7() }),
    ];
    const one = async (method: Method, path: string, body?: object) => {
      const { events } = await change(method, path, body);
      expect(events).toHaveLength(1);
      return events[0];
    };
    const endless = { validFrom: expect.any(String), validUntil: null, grantedBy };
    const until = { ...window, grantedBy };
    const given = { roleId: role, role: 'Sellers', ...endless };
    const limited = { roleId: role, role: 'Sellers', ...until };
    const url = `users/${user.id}/roles/${role}`;
    expect(await one('put', url, {})).toEqual({ action: 'role.assigned', before: null, after: given });
    expect(await one('put', url, window)).toEqual({ action: 'role.assigned', before: given, after: limited });
    expect(await one('delete', url)).toEqual({ action: 'role.revoked', before: limited, after: null });

    const holders = `roles/${role}/assignments`;
    const held = (more: object) => ({
      role: 'Sellers',
      assignments: [{ userId: user.id, roleId: role, ...endless, ...more }],
    });
    expect(await one('post', holders, { userIds: [user.id] })).toEqual({
      action: 'role.assigned_to_users',
      before: { role: 'Sellers', assignments: [] },
      after: held({}),
    });
    expect(await one('post', holders, { userIds: [user.id], ...window })).toEqual({
      action: 'role.assigned_to_users',
      before: held({}),
      after: held(window),
    });
    expect(await one('post', `${holders}/revoke`, { userIds: [user.id] })).toEqual({
      action: 'role.revoked_from_users',
      before: held(window),
      after: null,
    });

    const carried = `teams/${team}/roles/${role}`;
    expect(await one('put', carried, { teamScoped: true, ...window })).toEqual({
      action: 'team.role_assigned',
      before: null,
      after: { ...limited, teamScoped: true },
    });
    expect(await one('put', carried, {})).toEqual({
      action: 'team.role_assigned',
      before: { ...limited, teamScoped: true },
      after: { ...limited, validUntil: null, teamScoped: false },
    });
    expect(await one('delete', carried)).toEqual({
      action: 'team.role_revoked',
      before: { ...limited, validUntil: null, teamScoped: false },
      after: null,
    });

    const grant = `users/${user.id}/grants/user:read`;
    const granted = { permission: 'user:read', ...endless };
    expect(await one('put', grant, {})).toEqual({
      action: 'permission.granted',
      before: null,
      after: granted,
    });
    expect(await one('put', grant, window)).toEqual({
      action: 'permission.granted',
      before: granted,
      after: { ...granted, ...window },
    });
    expect(await one('delete', grant)).toEqual({
      action: 'permission.revoked',
      before: { ...granted, ...window },
      after: null,
    });
  });

  it('has lists of permissions and parents by name, and who was invited', async () => {
    const { change, make } = await administrator();
    const parent = await make('roles', { name: v7() });
    const role = await make('roles', { name: v7() });
    expect((await change('put', `roles/${role}/permissions`, { permissions: ['user:read'] })).events).toEqual(
      [{ action: 'role.permissions_set', before: [], after: ['user:read'] }],
    );
    expect((await change('put', `roles/${role}/parents`, { parentIds: [parent] })).events).toEqual([
      { action: 'role.parents_set', before: [], after: [parent] },
    ]);
    const team = await make('teams', { name: v7() });
    const email = newEmail();
    const { events, body } = await change('post', `teams/${team}/invitations`, { email });
    expect(events).toEqual([
      { action: 'team.invited', before: null, after: { invitationId: body.id, email } },
    ]);
  });
});
