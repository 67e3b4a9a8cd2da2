/*
 * As much of TypeORM as is needed, in words of our own: whoever does not use it need not install it, and its types are
 * nowhere in ours.
 */

/** A query builder of TypeORM. */
export interface WhereBuilder {
  andWhere(where: string, parameters: Record<string, unknown>): this;
}

/** TypeORM's `Raw`. */
export type RawOperator = (
  condition: (path: string) => string,
  parameters: Record<string, unknown>,
) => unknown;

/** A part of `where` in find options of TypeORM. What stands in it is for TypeORM alone: it fits any entity's property. */
export type FindCondition<Entity extends object> = { [Property in keyof Entity]?: never };

/** What a migration needs of TypeORM's query runner. */
export interface MigrationRunner {
  readonly isTransactionActive: boolean;
  query(text: string, values?: unknown[]): Promise<unknown>;
}
