import { Catalogue } from './catalogue.js';
import { isWildcard, matchesPermission, type PermissionName } from './permission-name.js';

/**
 * What somebody may do: an immutable set of permissions, wildcards already replaced by what they stand for. Kept as
 * bits over a catalogue: of 10,000 permissions a set takes 1.25 kB, and a question to it two look-ups.
 */
export class PermissionSet implements Iterable<PermissionName> {
  static readonly EMPTY = new PermissionSet([]);

  /** The wildcards that it was made of: by them it grows with what is registered later. */
  readonly wildcards: readonly PermissionName[];
  readonly #catalogue: Catalogue;
  readonly #bits: Uint32Array;

  /** @param names - full names, without wildcards; see {@link PermissionSet.expand} for those */
  constructor(names: Iterable<PermissionName>);
  /** @internal */
  constructor(catalogue: Catalogue, bits: Uint32Array, wildcards?: readonly PermissionName[]);
  constructor(
    namesOrCatalogue: Iterable<PermissionName> | Catalogue,
    bits?: Uint32Array,
    wildcards: readonly PermissionName[] = [],
  ) {
    this.wildcards = wildcards;
    if (namesOrCatalogue instanceof Catalogue) {
      this.#catalogue = namesOrCatalogue;
      this.#bits = bits ?? emptyBits(namesOrCatalogue);
    } else {
      this.#catalogue = Catalogue.of(namesOrCatalogue);
      this.#bits = emptyBits(this.#catalogue);
      for (let number = 0; number < this.#catalogue.size; number++) mark(this.#bits, number);
    }
  }

  /**
   * Makes the set that names and wildcard patterns stand for.
   *
   * @param patterns - names such as `deal:read` and patterns such as `deal:*`
   * @param catalogue - every registered permission; a pattern never stands for anything else
   * @example PermissionSet.expand(['deal:*'], ['deal:read', 'task:read']).has('deal:read') // true
   * @throws RangeError for what is neither a name nor a pattern
   */
  static expand(
    patterns: Iterable<PermissionName>,
    catalogue: Catalogue | readonly PermissionName[],
  ): PermissionSet {
    const wanted = [...patterns];
    const registered = catalogue instanceof Catalogue ? catalogue : Catalogue.of(catalogue);
    const all = registered.extendedBy(wanted.filter((pattern) => !isWildcard(pattern)));
    const bits = emptyBits(all);
    for (const pattern of wanted) {
      const within = isWildcard(pattern) ? registered : all;
      for (const number of within.matching(pattern)) mark(bits, number);
    }
    return new PermissionSet(all, bits, wanted.filter(isWildcard));
  }

  /** The number of permissions. */
  get size(): number {
    let count = 0;
    for (const word of this.#bits) for (let rest = word; rest !== 0; rest &= rest - 1) count++;
    return count;
  }

  /**
   * Tells whether one permission is in the set. A wildcard is never in it.
   *
   * @example new PermissionSet(['deal:read']).has('deal:read') // true
   */
  has(name: PermissionName): boolean {
    const number = this.#catalogue.numberOf(name);
    return number !== undefined && isMarked(this.#bits, number);
  }

  /**
   * Tells whether all the permissions are in the set.
   *
   * @example new PermissionSet(['deal:read']).hasAll(['deal:read', 'deal:update']) // false
   */
  hasAll(names: Iterable<PermissionName>): boolean {
    for (const name of names) if (!this.has(name)) return false;
    return true;
  }

  /**
   * The permissions among `names` that the set lacks, in the order given.
   *
   * @example new PermissionSet(['deal:read']).missing(['deal:read', 'deal:update']) // ['deal:update']
   */
  missing(names: Iterable<PermissionName>): PermissionName[] {
    return [...names].filter((name) => !this.has(name));
  }

  /**
   * The permissions that this set has and another has not.
   *
   * @example new PermissionSet(['deal:read']).minus(PermissionSet.EMPTY) // ['deal:read']
   */
  minus(other: PermissionSet): PermissionName[] {
    if (other.#catalogue !== this.#catalogue) return other.missing(this);
    const names: PermissionName[] = [];
    for (const [place, word] of this.#bits.entries()) {
      for (let rest = word & ~(other.#bits[place] ?? 0); rest !== 0; rest &= rest - 1) {
        const name = this.#catalogue.names[place * 32 + (31 - Math.clz32(rest & -rest))];
        if (name !== undefined) names.push(name);
      }
    }
    return names;
  }

  /**
   * What another set has, or will have by its wildcards, and this one has not.
   *
   * @returns names, and wildcards that no wildcard of this set stands for: single permissions are less than a wildcard
   * @example new PermissionSet(['deal:read']).lacks(PermissionSet.expand(['deal:*'], ['deal:read'])) // ['deal:*']
   */
  lacks(other: PermissionSet): PermissionName[] {
    const isCovered = (wildcard: PermissionName) =>
      this.wildcards.some((own) => matchesPermission(own, wildcard));
    return [...other.minus(this), ...other.wildcards.filter((wildcard) => !isCovered(wildcard))];
  }

  /**
   * What both sets hold now; no wildcard, so that it does not grow.
   *
   * @example new PermissionSet(['deal:read', 'task:read']).intersection(new PermissionSet(['deal:read'])).size // 1
   */
  intersection(other: PermissionSet): PermissionSet {
    const bits = emptyBits(this.#catalogue);
    for (const name of this) if (other.has(name)) mark(bits, this.#catalogue.numberOf(name));
    return new PermissionSet(this.#catalogue, bits);
  }

  /**
   * What either set holds.
   *
   * @example new PermissionSet(['deal:read']).union(new PermissionSet(['task:read'])).size // 2
   */
  union(other: PermissionSet): PermissionSet {
    const all = this.#catalogue.extendedBy(other);
    const bits = emptyBits(all);
    bits.set(this.#bits);
    for (const name of other) mark(bits, all.numberOf(name));
    return new PermissionSet(all, bits, [...new Set([...this.wildcards, ...other.wildcards])]);
  }

  /** The names in alphabetical order. */
  toSortedArray(): PermissionName[] {
    return [...this].sort();
  }

  *[Symbol.iterator](): Iterator<PermissionName> {
    for (const [number, name] of this.#catalogue.names.entries()) {
      if (isMarked(this.#bits, number)) yield name;
    }
  }
}

function emptyBits(catalogue: Catalogue): Uint32Array {
  return new Uint32Array((catalogue.size + 31) >>> 5);
}

function isMarked(bits: Uint32Array, number: number): boolean {
  return ((bits[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
}

function mark(bits: Uint32Array, number: number | undefined): void {
  if (number === undefined) return;
  bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
}
