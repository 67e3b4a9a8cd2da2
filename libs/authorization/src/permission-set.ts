import { isWildcard, matchesPermission, type PermissionName } from './permission-name.js';

/** What somebody may do: an immutable set of permissions, wildcards already replaced by what they stand for. */
export class PermissionSet implements Iterable<PermissionName> {
  static readonly EMPTY = new PermissionSet([]);

  readonly #names: ReadonlySet<string>;

  /** @param names - full names, without wildcards; see {@link PermissionSet.expand} for those */
  constructor(names: Iterable<PermissionName>) {
    this.#names = new Set(names);
  }

  /**
   * Makes the set that names and wildcard patterns stand for.
   *
   * @param patterns - names such as `deal:read` and patterns such as `deal:*`
   * @param catalogue - every registered permission; a pattern never stands for anything else
   * @example PermissionSet.expand(['deal:*'], ['deal:read', 'task:read']).has('deal:read') // true
   */
  static expand(patterns: Iterable<PermissionName>, catalogue: readonly PermissionName[]): PermissionSet {
    const names = new Set<PermissionName>();
    for (const pattern of patterns) {
      if (!isWildcard(pattern)) names.add(pattern);
      else for (const name of catalogue) if (matchesPermission(pattern, name)) names.add(name);
    }
    return new PermissionSet(names);
  }

  /** The number of permissions. */
  get size(): number {
    return this.#names.size;
  }

  /** Tells whether one permission is in the set. A wildcard is never in it. */
  has(name: PermissionName): boolean {
    return this.#names.has(name);
  }

  /** Tells whether all the permissions are in the set. */
  hasAll(names: Iterable<PermissionName>): boolean {
    for (const name of names) if (!this.#names.has(name)) return false;
    return true;
  }

  /** The permissions among `names` that the set lacks, in the order given. */
  missing(names: Iterable<PermissionName>): PermissionName[] {
    return [...names].filter((name) => !this.#names.has(name));
  }

  /** What both sets hold. */
  intersection(other: PermissionSet): PermissionSet {
    return new PermissionSet([...this].filter((name) => other.has(name)));
  }

  /** The names in alphabetical order. */
  toSortedArray(): PermissionName[] {
    return [...this].sort();
  }

  [Symbol.iterator](): Iterator<PermissionName> {
    return (this.#names as ReadonlySet<PermissionName>).values();
  }
}
