import { describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { ListSubjectHistory } from '../apps/auth/src/modules/audit/index.js';
import { UndoChange } from '../apps/auth/src/modules/authorization/index.js';
import {
  AssignRole,
  AssignRoleToTeam,
  CreateRole,
  DeleteRole,
  GetRole,
  SaveSeparationOfDuty,
  SetRoleParents,
  SetRolePermissions,
} from '../apps/auth/src/modules/rbac/index.js';
import { AddTeamMembers, CreateTeam, DeleteTeam } from '../apps/auth/src/modules/team/index.js';
import { type TestApp, useCommittingApps } from './support/app.js';
import { readTables, breaksDuty, inherited } from './support/naive-authorization.js';

const [first, second] = useCommittingApps(2) as [TestApp, TestApp];
const ROUNDS = 100;

const newRole = async () => (await first.app.get(CreateRole).execute({ name: v7() })).id;
const newRoles = (count: number) => Promise.all(Array.from({ length: count }, newRole));
const newUser = async () => {
  const id = v7();
  await first.dataSource.query('INSERT INTO users (id, email) VALUES ($1, $2)', [id, `${id}@example.test`]);
  return id;
};
const codesOf = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) =>
    result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
  );

describe('roles that are to inherit from each other', () => {
  it('of two at the same moment one is refused, a hundred times: never a cycle', async () => {
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [left, right] = (await newRoles(2)) as [string, string];
      const results = await Promise.allSettled([
        first.app.get(SetRoleParents).execute(left, [right]),
        second.app.get(SetRoleParents).execute(right, [left]),
      ]);
      expect(codesOf(results)).toEqual(['hierarchy_cycle']);
      taken.push(results.findIndex(({ status }) => status === 'fulfilled'));
    }
    // Otherwise they would not have met.
    expect(new Set(taken).size).toBe(2);
  }, 60_000);

  it('of ten in a ring at the same moment one is refused', async () => {
    const roles = await newRoles(10);
    const results = await Promise.allSettled(
      roles.map((role, place) =>
        (place % 2 === 0 ? first : second).app
          .get(SetRoleParents)
          .execute(role, [roles[(place + 1) % roles.length] ?? '']),
      ),
    );
    expect(codesOf(results)).toEqual(['hierarchy_cycle']);
    const tables = await readTables(first.dataSource);
    for (const role of roles) inherited(tables, role);
  }, 60_000);
});

describe('a change that is taken back', () => {
  const changed = async () => {
    const role = await newRole();
    await first.app.get(SetRolePermissions).execute(role, ['user:read']);
    const subject = { subjectType: 'role', subjectId: role };
    const { items } = await first.app.get(ListSubjectHistory).execute(subject, { limit: 1 });
    return { role, eventId: items[0]?.id ?? '' };
  };
  const permissionsOf = async (role: string) => (await first.app.get(GetRole).execute(role)).permissions;

  it('is taken back once by two at the same moment', async () => {
    for (let round = 0; round < 20; round++) {
      const { role, eventId } = await changed();
      const results = await Promise.allSettled(
        [first, second].map(({ app }) => app.get(UndoChange).execute(eventId)),
      );
      expect(codesOf(results)).toEqual(['cannot_undo']);
      expect(await permissionsOf(role)).toEqual([]);
    }
  }, 60_000);

  it('does not take a change along that was made at the same moment', async () => {
    for (let round = 0; round < 20; round++) {
      const { role, eventId } = await changed();
      const results = await Promise.allSettled([
        first.app.get(UndoChange).execute(eventId),
        second.app.get(SetRolePermissions).execute(role, ['role:read']),
      ]);
      expect(codesOf(results).filter((code) => code !== 'cannot_undo')).toEqual([]);
      expect(await permissionsOf(role)).toEqual(['role:read']);
    }
  }, 60_000);
});

describe('a deletion that is taken back', () => {
  const deletionOf = async (subjectType: 'role' | 'team', subjectId: string) => {
    const subject = { subjectType, subjectId };
    const { items } = await first.app.get(ListSubjectHistory).execute(subject, { limit: 1 });
    return items[0]?.id ?? '';
  };

  it('is taken back once by two at the same moment', async () => {
    for (let round = 0; round < 20; round++) {
      const role = await newRole();
      await first.app.get(DeleteRole).execute(role);
      const eventId = await deletionOf('role', role);
      const results = await Promise.allSettled(
        [first, second].map(({ app }) => app.get(UndoChange).execute(eventId)),
      );
      expect(codesOf(results)).toEqual(['cannot_undo']);
    }
  }, 60_000);

  it('gives nobody roles that must be apart, whatever is given at the same moment', async () => {
    const codes: string[] = [];
    for (let round = 0; round < ROUNDS / 4; round++) {
      const [user, [payer, approver]] = [await newUser(), (await newRoles(2)) as [string, string]];
      await first.app.get(SaveSeparationOfDuty).create({ name: v7(), roleIds: [payer, approver] });
      const { id: team } = await first.app.get(CreateTeam).execute({ name: v7() });
      await first.app.get(AddTeamMembers).execute(team, [user]);
      await first.app.get(AssignRoleToTeam).execute(team, payer);
      await first.app.get(DeleteTeam).execute(team);
      const eventId = await deletionOf('team', team);
      const results = await Promise.allSettled([
        first.app.get(UndoChange).execute(eventId),
        second.app.get(AssignRole).execute(user, approver),
      ]);
      codes.push(...codesOf(results));
    }
    expect(codes).toEqual(codes.map(() => 'separation_of_duty'));
    expect(codes).toHaveLength(ROUNDS / 4);
    expect(breaksDuty(await readTables(first.dataSource))).toBe(false);
  }, 60_000);

  it.each([
    ['team', CreateTeam, DeleteTeam],
    ['role', CreateRole, DeleteRole],
  ] as const)('gives no two of a kind one name: %s', async (kind, Create, Delete) => {
    for (let round = 0; round < 20; round++) {
      const name = v7();
      const { id } = await first.app.get<CreateTeam | CreateRole>(Create).execute({ name });
      await first.app.get<DeleteTeam | DeleteRole>(Delete).execute(id);
      const eventId = await deletionOf(kind, id);
      const results = await Promise.allSettled([
        first.app.get(UndoChange).execute(eventId),
        second.app.get<CreateTeam | CreateRole>(Create).execute({ name }),
      ]);
      expect(codesOf(results)).toEqual(['already_exists']);
    }
  });
});

describe('roles that must be apart', () => {
  const newTeam = async (...userIds: string[]) => {
    const { id } = await first.app.get(CreateTeam).execute({ name: v7() });
    await first.app.get(AddTeamMembers).execute(id, userIds);
    return id;
  };

  it.each<[string, (user: string, payer: string, approver: string) => Promise<(() => Promise<unknown>)[]>]>([
    [
      'both given',
      (user, payer, approver) =>
        Promise.resolve([
          () => first.app.get(AssignRole).execute(user, payer),
          () => second.app.get(AssignRole).execute(user, approver),
        ]),
    ],
    [
      'given, and carried by a team',
      async (user, payer, approver) => {
        const team = await newTeam(user);
        return [
          () => first.app.get(AssignRole).execute(user, payer),
          () => second.app.get(AssignRoleToTeam).execute(team, approver),
        ];
      },
    ],
    [
      'carried by a team that is joined, and inherited',
      async (user, payer, approver) => {
        const [team, role] = [await newTeam(), await newRole()];
        await first.app.get(AssignRoleToTeam).execute(team, role);
        await first.app.get(AssignRole).execute(user, approver);
        return [
          () => first.app.get(SetRoleParents).execute(role, [payer]),
          () => second.app.get(AddTeamMembers).executeForOne(team, user),
        ];
      },
    ],
  ])(
    'are not had together when they are %s at the same moment',
    async (_, prepare) => {
      for (let round = 0; round < ROUNDS / 4; round++) {
        const [user, [payer, approver]] = [await newUser(), (await newRoles(2)) as [string, string]];
        await first.app.get(SaveSeparationOfDuty).create({ name: v7(), roleIds: [payer, approver] });
        const commands = await prepare(user, payer, approver);
        const results = await Promise.allSettled(commands.map((command) => command()));
        expect(codesOf(results)).toEqual(['separation_of_duty']);
      }
      expect(breaksDuty(await readTables(first.dataSource))).toBe(false);
    },
    60_000,
  );

  it('are not had by somebody to whom one is given while the rule is made', async () => {
    for (let round = 0; round < ROUNDS / 4; round++) {
      const [user, [payer, approver]] = [await newUser(), (await newRoles(2)) as [string, string]];
      await first.app.get(AssignRole).execute(user, payer);
      const results = await Promise.allSettled([
        first.app.get(SaveSeparationOfDuty).create({ name: v7(), roleIds: [payer, approver] }),
        second.app.get(AssignRole).execute(user, approver),
      ]);
      expect(codesOf(results)).toEqual(['separation_of_duty']);
    }
    expect(breaksDuty(await readTables(first.dataSource))).toBe(false);
  }, 60_000);
});
