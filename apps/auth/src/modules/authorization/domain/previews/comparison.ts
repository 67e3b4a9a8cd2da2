import { setImmediate as turn } from 'node:timers/promises';
import type { PermissionName } from '@auth-service/authorization';
import type { Actor } from '../../../../core/context/index.js';
import { type AccessDifference, differenceOf, type Side } from './access-difference.js';
import type { AffectedUser } from './affected-user.repository.js';
import type { Standing } from '../authorization-state.js';

/** After so many the thread goes on with what else there is to do. */
const USERS_AT_ONCE = 200;

type Standings = ReadonlyMap<string, Pick<Standing, 'model' | 'subject'>>;

/** A difference, from when on, and whom it concerns. */
export interface SharedDifference extends AccessDifference {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly users: readonly AffectedUser[];
}

/** People before a change and after it. */
export class Comparison {
  constructor(
    private readonly before: Standings,
    private readonly after: Standings,
  ) {}

  /** What differs at a moment, the largest part first: most changes do the same to many. */
  async differences(users: readonly AffectedUser[], at: number): Promise<SharedDifference[]> {
    const shared = new Map<string, SharedDifference & { readonly users: AffectedUser[] }>();
    for (const [index, user] of users.entries()) {
      if (index % USERS_AT_ONCE === 0) await turn();
      const [was, is] = [sideOf(this.before, user.id, at), sideOf(this.after, user.id, at)];
      const difference = was === undefined || is === undefined ? null : differenceOf(was, is);
      if (difference === null) continue;
      const key = JSON.stringify(difference);
      const same = shared.get(key);
      if (same === undefined) shared.set(key, { ...difference, at, users: [user] });
      else same.users.push(user);
    }
    return [...shared.values()].sort((one, other) => other.users.length - one.users.length);
  }

  /** Whether somebody loses one of the permissions at a moment, as their session is. */
  takesFrom({ userId, level = 'aal2' }: Actor, permissions: readonly PermissionName[], at: number): boolean {
    const holds = (standings: Standings, name: PermissionName) =>
      sideOf(standings, userId, at)?.access.atLevel(level).permissions.has(name) === true;
    return permissions.some((name) => holds(this.before, name) && !holds(this.after, name));
  }
}

function sideOf(standings: Standings, userId: string, at: number): Side | undefined {
  const standing = standings.get(userId);
  if (standing === undefined) return undefined;
  const { model, subject } = standing;
  return { model, subject, access: model.accessOf(subject, at) };
}
