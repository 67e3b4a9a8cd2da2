import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import {
  AssignRole,
  AssignRoleToTeam,
  CreateRole,
  FindRole,
  SetRoleParents,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam, DeleteTeam } from '../apps/auth/src/modules/team/index.js';
import { useApp } from './support/app.js';
import { bearer, createUser, createUserWith, logIn } from './support/people.js';

const app = useApp();
const make = <T>(Command: new (...args: never[]) => T): T => app.app.get(Command, { strict: false });
const newRole = async () => (await make(CreateRole).execute({ name: v7(), permissions: [] })).id;

describe('when a role was last used', () => {
  it('is when somebody who has it now was last active, in whatever way they have it', async () => {
    const authorization = await bearer(app, await createUserWith(app, 'role:read'));
    const lastUsed = async (id: string): Promise<string | null> => {
      const { body } = await app.request().get(`/auth/v1/roles/${id}`).set({ authorization }).expect(200);
      return (body as { lastUsedAt: string | null }).lastUsedAt;
    };
    const [direct, byTeam, inherited, over] = [
      await newRole(),
      await newRole(),
      await newRole(),
      await newRole(),
    ];
    const user = await createUser(app);
    const { id: team } = await make(CreateTeam).execute({ name: v7() });
    await make(AddTeamMembers).execute(team, [user.id]);
    await make(AssignRole).execute(user.id, direct);
    await make(AssignRoleToTeam).execute(team, byTeam);
    await make(SetRoleParents).execute(direct, [inherited]);
    await make(AssignRole).execute(user.id, over, { validUntil: new Date(Date.now() + 50) });
    const all = [direct, byTeam, inherited];
    for (const role of [...all, over]) expect(await lastUsed(role)).toBeNull();

    await logIn(app, user.email);
    await app.dataSource.query(`UPDATE users SET last_login_at = '2020-01-01' WHERE id = $1`, [user.id]);
    const used = '2024-05-06T07:08:09.000Z';
    await app.dataSource.query('UPDATE sessions SET last_used_at = $2 WHERE user_id = $1', [user.id, used]);
    for (const role of all) expect(await lastUsed(role)).toBe(used);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await lastUsed(over)).toBeNull();

    await make(DeleteTeam).execute(team);
    expect(await lastUsed(byTeam)).toBeNull();
    const everybodys = (await make(FindRole).execute('member')) ?? '';
    expect(await lastUsed(everybodys)).not.toBeNull();
  });
});
