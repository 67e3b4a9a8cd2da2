import { isWildcard, type PermissionName, splitPermission } from './permission-name.js';

/**
 * Every registered permission, each with a small number, so that a set of permissions is a row of bits.
 *
 * @example Catalogue.of(['deal:read', 'deal:update']).matching('deal:*') // [0, 1]
 */
export class Catalogue {
  static readonly EMPTY = new Catalogue([]);
  /** By the list that each was made of: a structure changes far more often than its permissions. */
  static readonly #made = new WeakMap<object, Catalogue>();

  readonly #names: readonly PermissionName[];
  readonly #numbers = new Map<string, number>();
  readonly #byResource = new Map<string, number[]>();
  readonly #byAction = new Map<string, number[]>();
  readonly #actions = new Map<string, Map<string, PermissionName>>();

  private constructor(names: Iterable<PermissionName>) {
    this.#names = [...new Set(names)];
    for (const [number, name] of this.#names.entries()) {
      const { resource, action } = splitPermission(name);
      this.#numbers.set(name, number);
      append(this.#byResource, resource, number);
      append(this.#byAction, action, number);
      const actions = this.#actions.get(resource) ?? new Map<string, PermissionName>();
      this.#actions.set(resource, actions.set(action, name));
    }
  }

  /**
   * Numbers permissions in the order given; a name given twice counts once.
   *
   * @throws RangeError for what is no permission
   * @example Catalogue.of(['deal:read', 'deal:read']).size // 1
   */
  static of(names: Iterable<PermissionName>): Catalogue {
    const known = Catalogue.#made.get(names);
    if (known !== undefined) return known;
    const made = new Catalogue(names);
    // Of its own list alone, which nobody changes.
    Catalogue.#made.set(made.#names, made);
    return made;
  }

  get size(): number {
    return this.#names.length;
  }

  /** The permissions by their numbers. */
  get names(): readonly PermissionName[] {
    return this.#names;
  }

  /**
   * The number of a permission; undefined for one that is not registered, and for wildcards.
   *
   * @example Catalogue.of(['deal:read']).numberOf('deal:read') // 0
   */
  numberOf(name: PermissionName): number | undefined {
    return this.#numbers.get(name);
  }

  /**
   * The registered permission of two parts, without making a text; undefined when there is none.
   *
   * @example Catalogue.of(['deal:read']).nameOf('deal', 'read') // 'deal:read'
   */
  nameOf(resource: string, action: string): PermissionName | undefined {
    return this.#actions.get(resource)?.get(action);
  }

  /**
   * The numbers of all that a name or wildcard pattern stands for.
   *
   * @throws RangeError for what is neither
   * @example Catalogue.of(['deal:read', 'task:read']).matching('*:read') // [0, 1]
   */
  matching(pattern: PermissionName): readonly number[] {
    if (!isWildcard(pattern)) {
      const number = this.#numbers.get(pattern);
      return number === undefined ? [] : [number];
    }
    const { resource, action } = splitPermission(pattern);
    if (resource !== '*') return this.#byResource.get(resource) ?? [];
    if (action !== '*') return this.#byAction.get(action) ?? [];
    return [...this.#names.keys()];
  }

  /**
   * This catalogue and further permissions behind it; the numbers of the old ones stay.
   *
   * @example Catalogue.of(['deal:read']).extendedBy(['task:read']).numberOf('task:read') // 1
   */
  extendedBy(names: Iterable<PermissionName>): Catalogue {
    const added = [...names].filter((name) => !this.#numbers.has(name));
    return added.length === 0 ? this : new Catalogue([...this.#names, ...added]);
  }
}

function append(lists: Map<string, number[]>, key: string, number: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [number]);
  else list.push(number);
}
