import { GroupTree, MAX_GROUP_DEPTH } from '@auth-service/authorization';
import { AppError, assertThat } from '../../../core/errors/index.js';

/** A group and where it hangs. */
export interface PlacedGroup {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly parentId: string | null;
  readonly isDefault: boolean;
}

/** A group that is to hang elsewhere. */
export interface GroupMove {
  readonly id: string;
  /** null: at the top. */
  readonly parentId: string | null;
}

/** The groups that are not deleted, as a tree. What is above what follows from the links alone, never from a text. */
export class GroupHierarchy {
  readonly #byId: ReadonlyMap<string, PlacedGroup>;
  readonly #byNumber: ReadonlyMap<number, PlacedGroup>;
  readonly #tree: GroupTree;

  constructor(groups: readonly PlacedGroup[]) {
    this.#byId = new Map(groups.map((group) => [group.id, group]));
    this.#byNumber = new Map(groups.map((group) => [group.number, group]));
    this.#tree = new GroupTree(
      groups.map(({ number, parentId }) => ({
        number,
        parent: parentId === null ? null : this.#numberOf(parentId),
      })),
    );
  }

  /** The group of everybody who is in no other. */
  get default(): PlacedGroup {
    const found = [...this.#byId.values()].find(({ isDefault }) => isDefault);
    if (found === undefined) throw new Error('the default group is missing');
    return found;
  }

  /**
   * Finds a group that the caller named.
   *
   * @param field - where the caller named it; nothing: in the path
   * @throws AppError `not_found`
   */
  get(id: string, field?: string): PlacedGroup {
    const group = this.#byId.get(id);
    if (group !== undefined) return group;
    throw field === undefined
      ? new AppError('not_found')
      : AppError.forField('not_found', field, 'There is no such visibility group.');
  }

  /** All groups strictly above, the nearest first. */
  above(id: string): readonly PlacedGroup[] {
    return this.#tree.above(this.#numberOf(id)).flatMap((number) => this.#byNumber.get(number) ?? []);
  }

  /** The group and all below it. */
  subtreeOf(id: string): readonly PlacedGroup[] {
    return this.#tree.subtreeOf(this.#numberOf(id)).flatMap((number) => this.#byNumber.get(number) ?? []);
  }

  /** The groups directly below. */
  childrenOf(id: string): readonly PlacedGroup[] {
    return [...this.#byId.values()].filter(({ parentId }) => parentId === id);
  }

  isAbove(upper: string, lower: string): boolean {
    return this.#tree.isAbove(this.#numberOf(upper), this.#numberOf(lower));
  }

  /**
   * Refuses to hang a group, with all that is below it, where it would be above itself or too deep (rule V10).
   *
   * @throws AppError `hierarchy_cycle`, `hierarchy_too_deep`
   */
  assertMayHang({ id, parentId }: GroupMove): void {
    if (parentId === null) return;
    assertThat(id !== parentId && !this.isAbove(id, parentId), 'hierarchy_cycle', {
      detail: `It would be above itself: ${this.#wayDown(id, parentId)}.`,
    });
    const depth = this.#depthOf(id);
    const height = Math.max(...this.subtreeOf(id).map((below) => this.#depthOf(below.id))) - depth + 1;
    this.#assertShallow(this.#depthOf(parentId) + height);
  }

  /**
   * Refuses a new group where it would be too deep.
   *
   * @throws AppError `hierarchy_too_deep`
   */
  assertMayHold(parentId: string): void {
    this.#assertShallow(this.#depthOf(parentId) + 1);
  }

  #assertShallow(depth: number): void {
    assertThat(depth <= MAX_GROUP_DEPTH, 'hierarchy_too_deep', {
      detail: `Groups may be ${MAX_GROUP_DEPTH} deep; this would make them ${depth} deep.`,
    });
  }

  /** The names from one group down to another below it, and back to the first. */
  #wayDown(from: string, to: string): string {
    const above = this.above(to);
    const way = above.slice(0, above.findIndex(({ id }) => id === from) + 1);
    const names = [...way.reverse(), this.get(to), this.get(from)].map(({ name }) => `"${name}"`);
    return names.join(' → ');
  }

  #depthOf(id: string): number {
    return this.#tree.depthOf(this.#numberOf(id));
  }

  #numberOf(id: string): number {
    return this.get(id).number;
  }
}
