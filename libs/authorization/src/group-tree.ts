/** A group with more above it is refused. */
export const MAX_GROUP_DEPTH = 16;

/** A visibility group's place in the tree. */
export interface GroupNode {
  /** The short number that items keep: never a path, so that moving a group rewrites no item. */
  readonly number: number;
  /** The number of the group above; null at the top. */
  readonly parent: number | null;
}

interface Interval {
  /** Place in pre-order. */
  readonly enter: number;
  /** Place of the last group of the subtree. */
  readonly exit: number;
  readonly depth: number;
}

/**
 * The visibility groups in pre-order: a subtree is one interval, so that "above" is two comparisons.
 *
 * @example new GroupTree([{ number: 1, parent: null }, { number: 2, parent: 1 }]).isAbove(1, 2) // true
 */
export class GroupTree {
  readonly #parents = new Map<number, number | null>();
  readonly #order: number[] = [];
  readonly #intervals = new Map<number, Interval>();

  /** @throws RangeError for a number given twice, an unknown parent, or a cycle */
  constructor(groups: Iterable<GroupNode>) {
    const children = new Map<number | null, number[]>();
    for (const { number, parent } of groups) {
      if (this.#parents.has(number)) throw new RangeError(`group ${number} is given twice`);
      this.#parents.set(number, parent);
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [number]);
      else siblings.push(number);
    }
    for (const top of children.get(null) ?? []) this.#visit(top, 1, children);
    if (this.#order.length < this.#parents.size)
      throw new RangeError('a group is above itself, or hangs nowhere');
  }

  #visit(number: number, depth: number, children: ReadonlyMap<number | null, readonly number[]>): void {
    const enter = this.#order.push(number) - 1;
    for (const child of children.get(number) ?? []) this.#visit(child, depth + 1, children);
    this.#intervals.set(number, { enter, exit: this.#order.length - 1, depth });
  }

  /** All groups, each behind the one above it. */
  get numbers(): readonly number[] {
    return this.#order;
  }

  has(number: number): boolean {
    return this.#intervals.has(number);
  }

  /**
   * How many groups there are from the top down to this one; 1 at the top, 0 for an unknown group.
   *
   * @example new GroupTree([{ number: 1, parent: null }]).depthOf(1) // 1
   */
  depthOf(number: number): number {
    return this.#intervals.get(number)?.depth ?? 0;
  }

  /**
   * Tells whether one group is strictly above another; false when one of them is unknown.
   *
   * @example tree.isAbove(1, 1) // false
   */
  isAbove(upper: number, lower: number): boolean {
    const above = this.#intervals.get(upper);
    const below = this.#intervals.get(lower);
    return (
      above !== undefined && below !== undefined && above.enter < below.enter && below.enter <= above.exit
    );
  }

  /**
   * The group and all below it; nothing for an unknown group.
   *
   * @example new GroupTree([{ number: 1, parent: null }, { number: 2, parent: 1 }]).subtreeOf(1) // [1, 2]
   */
  subtreeOf(number: number): readonly number[] {
    const interval = this.#intervals.get(number);
    return interval === undefined ? [] : this.#order.slice(interval.enter, interval.exit + 1);
  }

  /**
   * All groups strictly above, the nearest first.
   *
   * @example new GroupTree([{ number: 1, parent: null }, { number: 2, parent: 1 }]).above(2) // [1]
   */
  above(number: number): readonly number[] {
    const path: number[] = [];
    for (let next = this.#parents.get(number); next != null; next = this.#parents.get(next)) path.push(next);
    return path;
  }
}
