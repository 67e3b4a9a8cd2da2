import fc from 'fast-check';
import { v7 } from 'uuid';
import type { PermissionName } from '@auth-service/authorization';
import { ALL_KEYS, InvalidationChannel } from '../../apps/auth/src/core/cache/index.js';
import { RequestContext } from '../../apps/auth/src/core/context/index.js';
import { AppError } from '../../apps/auth/src/core/errors/index.js';
import {
  AssignRole,
  AssignRoleToTeam,
  CreatePermission,
  CreateResource,
  CreateRole,
  FindRole,
  GrantPermission,
  RevokePermission,
  RevokeRole,
  RevokeRoleFromTeam,
  SaveSeparationOfDuty,
  SetRoleParents,
  SetRolePermissions,
} from '../../apps/auth/src/modules/rbac/index.js';
import {
  AddTeamMembers,
  CreateTeam,
  DeleteTeam,
  RemoveTeamMember,
  SetTeamManager,
} from '../../apps/auth/src/modules/team/index.js';
import { ChangeUserStatus } from '../../apps/auth/src/modules/user/index.js';
import {
  AddManager,
  CreateVisibilityGroup,
  DeleteVisibilityGroup,
  MoveMember,
  MoveVisibilityGroup,
  RemoveManager,
  RemoveMember,
} from '../../apps/auth/src/modules/visibility-group/index.js';
import type { TestApp } from './app.js';

const HOUR_MS = 3_600_000;
const ACTIONS = ['read', 'update', 'update_any', 'view_all'];
const PATTERNS: readonly PermissionName[] = [
  'deal:read',
  'deal:update',
  'deal:update_any',
  'deal:view_all',
  'deal:*',
  '*:read',
  'audit:read',
  'rbac:bind',
  'rbac:escalate',
];

/** Who and what there is in a run. The first two users are superusers. */
export interface World {
  readonly users: readonly string[];
  /** The built-in role; the others are the run's own. */
  readonly superuser: string;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  readonly groups: readonly string[];
}

/** One command, with places in the world's lists. */
export interface Step {
  readonly kind: (typeof kinds)[number];
  /** -1: the service itself. */
  readonly actor: number;
  readonly user: number;
  readonly role: number;
  readonly other: number;
  readonly patterns: readonly PermissionName[];
  readonly window: 'always' | 'past' | 'now' | 'later';
  readonly flag: boolean;
}

const kinds = [
  'assign',
  'revoke',
  'permissions',
  'parents',
  'grant',
  'ungrant',
  'carry',
  'drop',
  'join',
  'leave',
  'lead',
  'end team',
  'hang',
  'place',
  'unplace',
  'manage',
  'unmanage',
  'end group',
  'status',
  'apart',
  'crown',
  'dethrone',
] as const;

const place = fc.nat({ max: 3 });
/** Any command by anybody. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  actor: fc.integer({ min: -1, max: 3 }),
  user: place,
  role: place,
  other: place,
  patterns: fc.subarray([...PATTERNS], { maxLength: 3 }),
  window: fc.constantFrom('always', 'always', 'past', 'now', 'later'),
  flag: fc.boolean(),
});

/** What the worlds of a database share. */
export async function makeCatalogue({ app }: TestApp): Promise<void> {
  await app.get(CreateResource).execute({ key: 'deal', service: 'sales' });
  for (const action of ACTIONS) await app.get(CreatePermission).execute({ resource: 'deal', action });
}

export async function makeWorld({ app, dataSource }: TestApp): Promise<World> {
  const four = [0, 1, 2, 3];
  const users = four.map(() => v7());
  for (const id of users)
    await dataSource.query('INSERT INTO users (id, email) VALUES ($1, $2)', [id, `${id}@example.test`]);
  const held: PermissionName[][] = [['deal:read'], ['deal:update'], ['deal:*'], ['audit:read', 'rbac:bind']];
  const roles: string[] = [];
  const [teams, groups]: [string[], string[]] = [[], []];
  for (const permissions of held)
    roles.push((await app.get(CreateRole).execute({ name: v7(), permissions })).id);
  for (const index of four) {
    if (index < 2) teams.push((await app.get(CreateTeam).execute({ name: v7() })).id);
    groups.push((await app.get(CreateVisibilityGroup).execute({ name: `group ${index}` })).id);
  }
  const superuser = (await app.get(FindRole).execute('superuser')) ?? '';
  for (const user of users.slice(0, 2)) await app.get(AssignRole).execute(user, superuser);
  return { users, superuser, roles, teams, groups };
}

/** @returns false when a rule refused it; anything but a refusal is thrown */
export async function takeStep({ app }: TestApp, world: World, step: Step): Promise<boolean> {
  const context = app.get(RequestContext);
  const userId = world.users[step.actor];
  const work = () => commandOf(app, world, step);
  try {
    if (userId === undefined) await work();
    else {
      const client = { ipAddress: '127.0.0.1', userAgent: '' };
      await context.run('oracle', client, () => context.runAs({ userId, sessionId: '' }, work));
    }
    return true;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return false;
    throw error;
  }
}

/** Rolled back behind the caches' backs. */
export async function forgetWhatIsRemembered({ app }: TestApp): Promise<void> {
  for (const topic of ['user', 'catalogue', 'authorization_subject', 'authorization_structure'])
    await app.get(InvalidationChannel).announce(topic, [ALL_KEYS]);
}

function windowOf({ window }: Step) {
  const from = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
  if (window === 'past') return { validFrom: from(-2), validUntil: from(-1) };
  if (window === 'now') return { validFrom: from(-1), validUntil: from(1) };
  return window === 'later' ? { validFrom: from(1), validUntil: from(2) } : {};
}

async function commandOf(app: TestApp['app'], world: World, step: Step): Promise<void> {
  const at = (list: readonly string[], index: number) => list[index % list.length]!;
  const [user, role] = [at(world.users, step.user), at(world.roles, step.role)];
  const [team, group] = [at(world.teams, step.other), at(world.groups, step.role)];
  const above = step.flag ? at(world.groups, step.other) : null;
  const [permission = 'deal:read'] = step.patterns.filter((pattern) => !pattern.includes('*'));
  const inherits = [at(world.roles, step.other), ...(step.flag ? [at(world.roles, step.user)] : [])];
  const commands: Record<Step['kind'], () => Promise<unknown>> = {
    assign: () => app.get(AssignRole).execute(user, role, windowOf(step)),
    revoke: () => app.get(RevokeRole).execute(user, role),
    permissions: () => app.get(SetRolePermissions).execute(role, step.patterns),
    parents: () => app.get(SetRoleParents).execute(role, [...new Set(inherits)]),
    grant: () => app.get(GrantPermission).execute(user, permission, windowOf(step)),
    ungrant: () => app.get(RevokePermission).execute(user, permission),
    carry: () => app.get(AssignRoleToTeam).execute(team, role, { ...windowOf(step), teamScoped: step.flag }),
    drop: () => app.get(RevokeRoleFromTeam).execute(team, role),
    join: () => app.get(AddTeamMembers).executeForOne(team, user),
    leave: () => app.get(RemoveTeamMember).execute(team, user),
    lead: () => app.get(SetTeamManager).execute(team, user, step.flag),
    'end team': () => app.get(DeleteTeam).execute(team),
    hang: () => app.get(MoveVisibilityGroup).execute(group, above),
    place: () => app.get(MoveMember).execute(group, user),
    unplace: () => app.get(RemoveMember).execute(group, user),
    manage: () => app.get(AddManager).execute(group, user),
    unmanage: () => app.get(RemoveManager).execute(group, user),
    'end group': () =>
      app
        .get(DeleteVisibilityGroup)
        .execute(group, above === null ? {} : { transferTo: above, reparentTo: above }),
    status: () => app.get(ChangeUserStatus).execute(user, step.flag ? 'active' : 'disabled'),
    crown: () => app.get(AssignRole).execute(user, world.superuser, windowOf(step)),
    dethrone: () => app.get(RevokeRole).execute(user, world.superuser),
    apart: () =>
      app.get(SaveSeparationOfDuty).create({ name: v7(), roleIds: [role, at(world.roles, step.other)] }),
  };
  await commands[step.kind]();
}
