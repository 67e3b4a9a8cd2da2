import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuthorizationModel } from './authorization-model.js';
import { decide, type ItemDescription, type Question } from './decision.js';
import { explain } from './explanation.js';
import { plan } from './plan.js';
import type { VisibilityCondition } from './visibility-condition.js';
import type { PermissionName } from './permission-name.js';
import type { PathStep } from './role-source.js';
import type { AuthorizationStructure, SubjectRecord } from './records.js';

const NOW = 1000;
const names: readonly PermissionName[] = ['a:x', 'a:x_any', 'a:view_all', 'b:x', 'b:y'];
const pattern = fc.constantFrom<PermissionName>(...names, 'a:*', '*:x', '*:*');
const window = fc.constantFrom(
  { validFrom: 0, validUntil: null },
  { validFrom: 0, validUntil: 2000 },
  { validFrom: 0, validUntil: 500 },
  { validFrom: 1500, validUntil: null },
);
const ids = ['r0', 'r1', 'r2', 'r3'];
const grant = fc.tuple(fc.constantFrom(...ids), window).map(([roleId, times]) => ({ roleId, ...times }));
const structure: fc.Arbitrary<AuthorizationStructure> = fc.record({
  permissions: fc.subarray([...names]),
  roles: fc.tuple(
    ...ids.map((id, index) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constant(`role ${id}`),
        permissions: fc.uniqueArray(pattern, { maxLength: 1 }),
        parents: fc.subarray(ids.slice(0, index)),
        isDefault: fc.constant(index === 0),
        requiresSecondFactor: fc.constant(index === 3),
      }),
    ),
  ),
  teams: fc.tuple(
    fc.record({
      id: fc.constant('t'),
      name: fc.constant('team'),
      roles: fc.array(
        fc.tuple(grant, fc.boolean()).map(([given, teamScoped]) => ({ ...given, teamScoped })),
        {
          maxLength: 2,
        },
      ),
    }),
  ),
  groups: fc.constant([
    { id: 'g1', number: 1, name: 'all', parent: null, isDefault: true, managers: [], defaults: { a: 5 } },
    { id: 'g2', number: 2, name: 'east', parent: 1, isDefault: false, managers: ['boss'], defaults: {} },
    { id: 'g3', number: 3, name: 'west', parent: 1, isDefault: false, managers: [], defaults: {} },
  ] as const),
});
const subject: fc.Arbitrary<SubjectRecord> = fc.record({
  id: fc.constantFrom('me', 'boss'),
  isActive: fc.boolean(),
  roles: fc.array(grant, { maxLength: 2 }),
  permissions: fc.array(
    fc.tuple(fc.constantFrom(...names), window).map(([permission, times]) => ({ permission, ...times })),
    { maxLength: 1 },
  ),
  teams: fc.constantFrom([], ['t']),
  group: fc.constantFrom(null, 2, 3, 9),
});
const item = fc.record(
  {
    type: fc.constant('a'),
    ownerId: fc.constantFrom('me', 'other', null),
    group: fc.constantFrom(1, 2, 3),
    level: fc.constantFrom<1 | 3 | 5 | 7 | undefined>(1, 3, 5, 7, undefined),
  },
  { requiredKeys: ['type', 'ownerId', 'group'] },
);
const question: fc.Arbitrary<Question> = fc.record(
  {
    type: fc.constantFrom('a', 'b'),
    action: fc.constantFrom('x', 'y'),
    teamId: fc.constantFrom('t', 'other'),
    item,
    parents: fc.array(item, { maxLength: 1 }),
    assurance: fc.constantFrom<'aal1' | 'aal2'>('aal1', 'aal2'),
  },
  { requiredKeys: ['type', 'action'] },
);

/** The smallest organisation in which the steps are true. */
function onlyThese(path: readonly PathStep[], who: SubjectRecord): [AuthorizationStructure, SubjectRecord] {
  const roles = path.flatMap((step) => (step.type === 'role' ? [step.id] : []));
  const permission = path.find((step) => step.type === 'permission');
  const team = path.find((step) => step.type === 'team');
  const isDefault = path.some(({ type }) => type === 'default');
  const given = roles.slice(0, 1).map((roleId) => ({ roleId, validFrom: 0, validUntil: null }));
  const structureOf: AuthorizationStructure = {
    permissions: permission === undefined ? [] : [permission.name],
    roles: roles.map((id, index) => ({
      id,
      name: id,
      permissions: permission !== undefined && index === roles.length - 1 ? [permission.pattern] : [],
      parents: roles.slice(index + 1, index + 2),
      isDefault: isDefault && index === 0,
      requiresSecondFactor: false,
    })),
    teams: team ? [{ ...team, roles: given.map((one) => ({ ...one, teamScoped: team.teamScoped })) }] : [],
    groups: [],
  };
  const direct =
    roles.length === 0 && permission ? [{ permission: permission.name, validFrom: 0, validUntil: null }] : [];
  return [
    structureOf,
    { ...who, roles: team || isDefault ? [] : given, teams: team ? [team.id] : [], permissions: direct },
  ];
}

/** What a condition says of an item. */
function fits(condition: VisibilityCondition, { level, ownerId, group }: Required<ItemDescription>): boolean {
  if (condition.kind === 'own') return ownerId === condition.me;
  if (condition.kind !== 'some') return condition.kind === 'all';
  const { me, mine, below, above } = condition;
  return [
    level === 7,
    ownerId === me,
    group === mine && (level === 3 || level === 5),
    below.includes(group),
    above.includes(group) && level === 5,
  ].some(Boolean);
}

describe('explain', () => {
  it('says what decide says, and its way replays to it', () => {
    let allowed = 0;
    fc.assert(
      fc.property(structure, subject, question, (all, who, asked) => {
        const model = new AuthorizationModel(all);
        const explanation = explain(model, who, asked, NOW);
        expect(explanation.decision).toEqual(decide(model, who, model.accessOf(who, NOW), asked));
        if (explanation.decision.allowed) {
          allowed++;
          expect(explanation.remedies).toEqual([]);
          expect(explanation.sights.every(({ isVisible }) => isVisible)).toBe(true);
        } else expect(explanation.remedies).not.toEqual([]);
        if (explanation.path === null) return;
        const [small, alone] = onlyThese(explanation.path, who);
        const name = explanation.path.find((step) => step.type === 'permission')?.name ?? 'a:x';
        expect(new AuthorizationModel(small).accessOf(alone, NOW).has(name, asked.teamId)).toBe(true);
      }),
      { numRuns: 5000 },
    );
    expect(allowed).toBeGreaterThan(100);
  });

  it('goes a longer way rather than one that holds in another team alone', () => {
    const role = (id: string, permissions: PermissionName[], parents: string[]) => ({
      ...{ id, name: id, permissions, parents, isDefault: false, requiresSecondFactor: false },
    });
    const always = { validFrom: 0, validUntil: null };
    const model = new AuthorizationModel({
      permissions: ['a:x'],
      roles: [role('top', ['a:x'], []), role('middle', [], ['top']), role('low', [], ['middle'])],
      teams: [{ id: 't', name: 'team', roles: [{ roleId: 'top', teamScoped: true, ...always }] }],
      groups: [],
    });
    const who: SubjectRecord = {
      ...{ id: 'me', isActive: true, permissions: [], teams: ['t'], group: null },
      roles: [{ roleId: 'low', ...always }],
    };
    const stepsFor = (teamId?: string) =>
      explain(model, who, { type: 'a', action: 'x', ...(teamId && { teamId }) }, NOW).path?.map(
        ({ type }) => type,
      );
    expect(stepsFor('t')).toEqual(['user', 'team', 'role', 'permission']);
    const longer = ['user', 'role', 'role', 'role', 'permission'];
    expect([stepsFor(), stepsFor('other')]).toEqual([longer, longer]);
  });

  it('proposes what turns a denial', () => {
    fc.assert(
      fc.property(structure, subject, question, (all, who, asked) => {
        const model = new AuthorizationModel(all);
        const explanation = explain(model, who, asked, NOW);
        if (explanation.decision.allowed || explanation.decision.reason !== 'not_permitted') return;
        for (const remedy of explanation.remedies) {
          const given = { validFrom: 0, validUntil: null };
          if (remedy.type === 'assign_role' && asked.assurance !== 'aal1') {
            const changed = { ...who, roles: [...who.roles, { roleId: remedy.roleId, ...given }] };
            expect(decide(model, changed, model.accessOf(changed, NOW), asked).allowed).toBe(true);
          }
          if (remedy.type === 'wait' && asked.assurance !== 'aal1') {
            const source = model.accessOf(who, remedy.validFrom);
            expect(source.inTeams.size > 0 || decide(model, who, source, asked).allowed).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with a plan of the list, item by item', () => {
    fc.assert(
      fc.property(
        structure,
        subject,
        question,
        item,
        (all, who, { parents: _, item: __, ...asked }, described) => {
          const model = new AuthorizationModel(all);
          const access = model.accessOf(who, NOW);
          const one = { ...described, type: asked.type, level: described.level ?? 3, followerIds: [] };
          const { condition } = plan(model, who, access, asked);
          const expected = decide(model, who, access, { ...asked, item: one }).allowed;
          expect(fits(condition, one)).toBe(expected);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('covers own items by the plain permission and others by _any (V5)', () => {
    const model = new AuthorizationModel({
      permissions: ['deal:update', 'deal:update_any'],
      roles: [],
      teams: [],
      groups: [
        { id: 'g', number: 1, name: 'all', parent: null, isDefault: true, managers: [], defaults: {} },
      ],
    });
    const having = (permission: PermissionName): SubjectRecord => ({
      id: 'me',
      isActive: true,
      roles: [],
      permissions: [{ permission, validFrom: 0, validUntil: null }],
      teams: [],
      group: null,
    });
    const may = (who: SubjectRecord, ownerId: string) =>
      decide(model, who, model.accessOf(who, NOW), {
        type: 'deal',
        action: 'update',
        item: { type: 'deal', ownerId, group: 1, level: 7 },
      });
    expect(may(having('deal:update'), 'me')).toEqual({ allowed: true });
    expect(may(having('deal:update'), 'you')).toEqual({ allowed: false, reason: 'not_permitted' });
    expect(may(having('deal:update_any'), 'you')).toEqual({ allowed: true });
  });
});
