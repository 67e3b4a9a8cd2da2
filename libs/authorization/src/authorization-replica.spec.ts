import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AuthorizationReplica, type AuthorizationUpdate } from './authorization-replica.js';
import type { AuthorizationStructure, RoleRecord, SubjectRecord } from './records.js';

const PEOPLE = ['ann', 'bob'];
const ROLES = ['r0', 'r1'];

interface State {
  readonly roles: ReadonlyMap<string, RoleRecord>;
  readonly users: ReadonlyMap<string, SubjectRecord>;
  /** What each revision changed. */
  readonly log: readonly string[];
}

const role = (id: string, may: boolean): RoleRecord => ({
  id,
  name: id,
  permissions: may ? ['deal:read'] : [],
  parents: [],
  isDefault: false,
  requiresSecondFactor: false,
});
const user = (id: string, roleIds: readonly string[]): SubjectRecord => ({
  id,
  isActive: true,
  roles: roleIds.map((roleId) => ({ roleId, validFrom: 0, validUntil: null })),
  permissions: [],
  teams: [],
  group: null,
});

/** A change of the service: a role is written or deleted, or a user's roles are set. */
const change = fc.oneof(
  fc
    .tuple(fc.constantFrom(...ROLES), fc.constantFrom(true, false, null))
    .map(([id, may]) => (state: State): State => {
      const roles = new Map(state.roles);
      if (may === null) roles.delete(id);
      else roles.set(id, role(id, may));
      return { ...state, roles, log: [...state.log, id] };
    }),
  fc.tuple(fc.constantFrom(...PEOPLE), fc.subarray(ROLES)).map(([id, roleIds]) => (state: State): State => ({
    ...state,
    users: new Map(state.users).set(id, user(id, roleIds)),
    log: [...state.log, id],
  })),
);

/** What the service answers to `changes?since=`: the records that changed, as they are now. */
function updateOf({ roles, users, log }: State, since: number): AuthorizationUpdate {
  const touched = [...new Set(log.slice(since))];
  return {
    since,
    rev: log.length,
    touched: touched.filter((id) => ROLES.includes(id)),
    permissions: null,
    roles: touched.flatMap((id) => roles.get(id) ?? []),
    teams: [],
    groups: null,
    users: touched.flatMap((id) => users.get(id) ?? []),
  };
}

const EMPTY: State = { roles: new Map(), users: new Map(), log: [] };

const structure: AuthorizationStructure = { permissions: ['deal:read'], roles: [], teams: [], groups: [] };
/** What becomes of an update for one who is at a revision. */
function expected(at: number, since: number, rev: number): string {
  if (rev <= at) return 'known';
  return since > at ? 'gap' : 'applied';
}

const mayRead = (replica: AuthorizationReplica, id: string) =>
  replica.model.accessOf(replica.subject(id), 1).has('deal:read');
const truth = ({ roles, users }: State, id: string) =>
  users.get(id)?.roles.some(({ roleId }) => roles.get(roleId)?.permissions.includes('deal:read')) ?? false;

describe('AuthorizationReplica', () => {
  it('ends with the truth, whatever is lost, doubled or reordered, and is never behind its revision', () => {
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
        (changes, deliveries) => {
          const states: State[] = [EMPTY];
          for (const apply of changes) states.push(apply(states.at(-1) ?? EMPTY));
          const replica = new AuthorizationReplica(0, structure, []);
          // Updates over any stretch, in any order, any number of times.
          for (const [one, other] of deliveries) {
            const [since, rev] = [one % states.length, other % states.length].sort((a, b) => a - b) as [
              number,
              number,
            ];
            const before = replica.rev;
            const outcome = replica.apply(updateOf(states[rev] ?? EMPTY, since));
            expect(outcome).toBe(expected(before, since, rev));
            for (const id of PEOPLE)
              expect(mayRead(replica, id)).toBe(truth(states[replica.rev] ?? EMPTY, id));
          }
          replica.apply(updateOf(states.at(-1) ?? EMPTY, replica.rev));
          for (const id of PEOPLE) expect(mayRead(replica, id)).toBe(truth(states.at(-1) ?? EMPTY, id));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
