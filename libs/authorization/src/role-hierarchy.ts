/** A chain of inheriting roles holds at most this many of them. */
export const MAX_HIERARCHY_DEPTH = 10;

/** The roles from which a role inherits directly. */
export type ParentsOf = (roleId: string) => readonly string[];

/**
 * The roles and all from which they inherit (INCITS 359, general hierarchical RBAC). Ends for a cycle, too.
 *
 * @example closureOf(['lead'], (id) => (id === 'lead' ? ['member'] : [])) // Set {'lead', 'member'}
 */
export function closureOf(roleIds: Iterable<string>, parentsOf: ParentsOf): Set<string> {
  const closure = new Set(roleIds);
  // A set's iterator comes to what is added meanwhile.
  for (const roleId of closure) for (const parent of parentsOf(roleId)) closure.add(parent);
  return closure;
}

/**
 * Finds a way from a role back to itself.
 *
 * @returns the roles on the way, the first one again at its end; null when there is none
 * @example findCycle('a', (id) => (id === 'a' ? ['b'] : ['a'])) // ['a', 'b', 'a']
 */
export function findCycle(roleId: string, parentsOf: ParentsOf): string[] | null {
  const cameFrom = new Map<string, string>();
  const waiting = [roleId];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    for (const parent of parentsOf(current)) {
      if (parent === roleId) return [...pathTo(current, cameFrom), roleId];
      if (cameFrom.has(parent)) continue;
      cameFrom.set(parent, current);
      waiting.push(parent);
    }
  }
  return null;
}

/**
 * The number of roles in the longest chain that ends at a role's farthest ancestor; 1 for a role without parents.
 *
 * @throws RangeError for a cycle
 * @example depthOf('lead', (id) => (id === 'lead' ? ['member'] : [])) // 2
 */
export function depthOf(roleId: string, parentsOf: ParentsOf): number {
  const known = new Map<string, number>();
  const open = new Set<string>();
  const visit = (id: string): number => {
    const depth = known.get(id);
    if (depth !== undefined) return depth;
    if (open.has(id)) throw new RangeError(`role ${id} inherits from itself`);
    open.add(id);
    const deepest = 1 + Math.max(0, ...parentsOf(id).map(visit));
    open.delete(id);
    known.set(id, deepest);
    return deepest;
  };
  return visit(roleId);
}

function pathTo(roleId: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [roleId];
  for (let next = cameFrom.get(roleId); next !== undefined; next = cameFrom.get(next)) path.unshift(next);
  return path;
}
