import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuthorizationModel } from './authorization-model.js';
import { isWildcard, matchesPermission, type PermissionName } from './permission-name.js';
import type { AuthorizationStructure, RoleRecord, SubjectRecord } from './records.js';

const NOW = 1000;
const catalogue: readonly PermissionName[] = ['a:x', 'a:y', 'b:x', 'b:y', 'own_c:x'];
const roleIds = ['r0', 'r1', 'r2', 'r3'];
const teamIds = ['t0', 't1'];

const pattern = fc.constantFrom<PermissionName>(...catalogue, 'a:*', '*:x', '*:*');
const window = fc.record({
  validFrom: fc.integer({ min: 0, max: 2000 }),
  validUntil: fc.option(fc.integer({ min: 0, max: 2000 })),
});
const grant = fc
  .tuple(fc.constantFrom(...roleIds, 'gone'), window)
  .map(([roleId, times]) => ({ roleId, ...times }));

/** Roles inherit from those before them alone, so there is no cycle. */
const roles = fc.tuple(
  ...roleIds.map((id, index) =>
    fc.record<RoleRecord>({
      id: fc.constant(id),
      name: fc.constant(id),
      permissions: fc.uniqueArray(pattern, { maxLength: 2 }),
      parents: fc.subarray(roleIds.slice(0, index)),
      isDefault: fc.constant(index === 0),
      requiresSecondFactor: fc.boolean(),
    }),
  ),
);
const teams = fc.tuple(
  ...teamIds.map((id) =>
    fc.record({
      id: fc.constant(id),
      name: fc.constant(id),
      roles: fc.array(
        fc.tuple(grant, fc.boolean()).map(([given, teamScoped]) => ({ ...given, teamScoped })),
        {
          maxLength: 2,
        },
      ),
    }),
  ),
);
const structure: fc.Arbitrary<AuthorizationStructure> = fc.record({
  permissions: fc.constant(catalogue),
  roles,
  teams,
  groups: fc.constant([]),
});
const subject: fc.Arbitrary<SubjectRecord> = fc.record({
  id: fc.constant('me'),
  isActive: fc.boolean(),
  roles: fc.array(grant, { maxLength: 3 }),
  permissions: fc.array(
    fc.tuple(fc.constantFrom(...catalogue), window).map(([permission, times]) => ({ permission, ...times })),
    { maxLength: 2 },
  ),
  teams: fc.subarray([...teamIds, 'gone']),
  group: fc.constant(null),
});

const isNow = ({ validFrom, validUntil }: { validFrom: number; validUntil: number | null }): boolean =>
  validFrom <= NOW && (validUntil === null || validUntil > NOW);

/** Plain recursion, as the rules read. */
function naive(
  { roles: all, teams: allTeams }: AuthorizationStructure,
  who: SubjectRecord,
  asked: PermissionName,
  teamId?: string,
): boolean {
  const roleHolds = (id: string): boolean => {
    const role = all.find((candidate) => candidate.id === id);
    return role !== undefined && (role.permissions.some(standsFor) || role.parents.some(roleHolds));
  };
  const standsFor = (given: PermissionName) =>
    given === asked || (isWildcard(given) && catalogue.includes(asked) && matchesPermission(given, asked));
  if (!who.isActive) return false;
  if (all.some(({ id, isDefault }) => isDefault && roleHolds(id))) return true;
  if (who.permissions.some((given) => isNow(given) && given.permission === asked)) return true;
  if (who.roles.some((given) => isNow(given) && roleHolds(given.roleId))) return true;
  return allTeams
    .filter(({ id }) => who.teams.includes(id))
    .some((team) =>
      team.roles.some(
        (given) => isNow(given) && (!given.teamScoped || team.id === teamId) && roleHolds(given.roleId),
      ),
    );
}

const asked = fc.constantFrom<PermissionName>(...catalogue, 'b:z');
const inTeam = fc.option(fc.constantFrom(...teamIds, 'gone'), { nil: undefined });

describe('AuthorizationModel', () => {
  it('decides as plain recursion does', () => {
    fc.assert(
      fc.property(structure, subject, asked, inTeam, (all, who, permission, teamId) => {
        const access = new AuthorizationModel(all).accessOf(who, NOW);
        expect(access.has(permission, teamId)).toBe(naive(all, who, permission, teamId));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes nothing away by a further role, grant, parent or team', () => {
    fc.assert(
      fc.property(structure, subject, subject, asked, inTeam, (all, who, more, permission, teamId) => {
        const richer: SubjectRecord = {
          ...who,
          roles: [...who.roles, ...more.roles],
          permissions: [...who.permissions, ...more.permissions],
          teams: [...who.teams, ...more.teams],
        };
        const [first, ...rest] = [...all.roles].reverse();
        if (first === undefined) return;
        const inheriting = { ...all, roles: [...rest, { ...first, parents: rest.map(({ id }) => id) }] };
        const before = new AuthorizationModel(all).accessOf(who, NOW);
        if (!before.has(permission, teamId)) return;
        expect(new AuthorizationModel(all).accessOf(richer, NOW).has(permission, teamId)).toBe(true);
        expect(new AuthorizationModel(inheriting).accessOf(who, NOW).has(permission, teamId)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('stays the same until the moment it names', () => {
    fc.assert(
      fc.property(structure, subject, asked, inTeam, (all, who, permission, teamId) => {
        const model = new AuthorizationModel(all);
        const access = model.accessOf(who, NOW);
        for (let at = NOW; at < Math.min(access.changesAt ?? Infinity, NOW + 1000); at += 50) {
          expect(model.accessOf(who, at).has(permission, teamId)).toBe(access.has(permission, teamId));
        }
      }),
    );
  });

  it('leaves only what is one’s own where a role asks for a second factor', () => {
    fc.assert(
      fc.property(structure, subject, (all, who) => {
        const access = new AuthorizationModel(all).accessOf(who, NOW);
        expect(access.atLevel('aal2')).toBe(access);
        const weak = access.atLevel('aal1');
        for (const name of catalogue) {
          const expected = access.has(name) && (!access.requiresSecondFactor || name.startsWith('own_'));
          expect(weak.has(name)).toBe(expected);
        }
      }),
    );
  });

  it('can be sent and made again', () => {
    fc.assert(
      fc.property(structure, subject, asked, (all, who, permission) => {
        const model = new AuthorizationModel(all);
        const copy = JSON.parse(JSON.stringify(model.toStructure())) as AuthorizationStructure;
        expect(new AuthorizationModel(copy).accessOf(who, NOW).has(permission)).toBe(
          model.accessOf(who, NOW).has(permission),
        );
      }),
    );
  });
});
