import { BadRequestException, ForbiddenException } from '@nestjs/common';
import {
  type AuthorizationModel,
  columnsOf,
  type CountRequest,
  DEFAULT_VISIBILITY_LEVEL,
  defaultLevel,
  isVisibilityLevel,
  isVisible,
  ITEM_ALIAS,
  type PageRequest,
  parseCursor,
  type PermissionName,
  quoted,
  quoteName,
  type SqlCondition,
  toSql,
  type Viewer,
  type VisibilityCondition,
  visibilityCondition,
  type VisibilityLevel,
  type VisibilityStatistics,
  visibleCount,
  type VisibleNames,
  visiblePage,
  type VisibleTable,
} from '@auth-service/authorization';
import { named } from './named-parameters.js';
import { type Page, pageOf, type PageRow, seenItemOf, type SeenItem, visibilityColumnsOf } from './page.js';
import type { FindCondition, RawOperator, WhereBuilder } from './typeorm-shapes.js';

/** What a scope may ask beside the viewer. */
export interface ScopeContext {
  /** Whether the viewer holds a permission; without it they hold none. */
  readonly can?: (permission: PermissionName) => boolean;
  /** The number of a user's group as it is now; without it an item counts in the group that its row says. */
  readonly groupOf?: (userId: string) => number;
}

/** A page that is wanted of a table. */
export interface ScopePage extends PageRequest {
  readonly table: VisibleTable;
  /** How the table's rows spread; without it the page is found by branches, which is never slow. */
  readonly statistics?: VisibilityStatistics;
}

/** What a new item says of its visibility. */
export interface NewItem {
  readonly ownerId: string;
  readonly group: number;
  readonly level: VisibilityLevel;
}

/**
 * What somebody sees of a type of items. `@Visible('deal')` hands one to a handler.
 *
 * @example
 * \@Get()
 * async list(@Visible('deal') scope: VisibilityScope, @Query('after') after?: string) {
 *   const { text, values } = scope.page({ table: deals, limit: 50, after });
 *   return scope.toPage(deals, await this.dataSource.query(text, [...values]), 50);
 * }
 */
export class VisibilityScope {
  /** Which items, as data. */
  readonly condition: VisibilityCondition;

  /**
   * @param viewer - null for somebody who is not active: they see nothing
   * @param type - for example `deal`
   */
  constructor(
    readonly viewer: Viewer | null,
    private readonly model: AuthorizationModel,
    readonly type: string,
    private readonly context: ScopeContext = {},
  ) {
    this.condition = visibilityCondition(viewer, model.tree);
  }

  /**
   * Tells whether an item is seen, by what is known in this process. Rows are filtered by it once more after the query,
   * since the group that a row says may be older than its owner's: that may hide a row, and never shows one.
   */
  sees(item: SeenItem): boolean {
    if (this.viewer === null) return false;
    if (item.isFollowed === true) return true;
    const group =
      item.isPinned === true || item.ownerId === null
        ? item.group
        : (this.context.groupOf?.(item.ownerId) ?? item.group);
    return isVisible(this.viewer, { ...item, group }, this.model.tree);
  }

  /**
   * The condition as SQL with parameters, for statements of one's own.
   *
   * @param alias - of the table in the statement
   * @param firstParameter - number of the first `$n` that is free
   */
  toSql(names: VisibleNames = {}, alias: string = ITEM_ALIAS, firstParameter = 1): SqlCondition {
    const table = quoted({ name: alias, ...names });
    return toSql(this.condition, columnsOf(table, quoteName(alias)), firstParameter);
  }

  /** The statement for a page, newest first; {@link toPage} takes its rows. */
  page({ table, statistics, ...request }: ScopePage): SqlCondition {
    const columns = request.columns && [...new Set([...request.columns, ...visibilityColumnsOf(table)])];
    if (request.after !== undefined) assertCursor(request.after, table);
    return visiblePage(table, this.condition, { ...request, ...(columns && { columns }) }, statistics);
  }

  /** The seen ones of a page's rows, and where the next page begins. */
  toPage<Row extends PageRow>(table: VisibleTable, rows: readonly Row[], limit: number): Page<Row> {
    return pageOf(rows, limit, (row) => this.sees(seenItemOf(table, row)));
  }

  /** The statement that counts what is seen, as `count`. */
  count(table: VisibleTable, request?: CountRequest): SqlCondition {
    return visibleCount(table, this.condition, request);
  }

  /**
   * Adds the condition to a query of TypeORM.
   *
   * @param alias - of the entity in the query
   * @example scope.applyTo(deals.createQueryBuilder('deal'), 'deal').orderBy('deal.createdAt', 'DESC').getMany()
   */
  applyTo<Builder extends WhereBuilder>(builder: Builder, alias: string, names: VisibleNames = {}): Builder {
    const { text, parameters } = named(this.toSql(names, alias), alias);
    return builder.andWhere(text, parameters);
  }

  /**
   * The condition for find options of TypeORM.
   *
   * @param raw - TypeORM's `Raw`, which this package does not bring along
   * @param property - any property of the entity that is a column and no other part of `where` names
   * @example deals.find({ where: { ...scope.where<Deal>(Raw), status: 'open' }, order: { createdAt: 'DESC' } })
   */
  where<Entity extends object>(
    raw: RawOperator,
    names: VisibleNames = {},
    property = 'id',
  ): FindCondition<Entity> {
    const { parameters } = named(this.toSql(names), this.type);
    const condition = (path: string) =>
      named(this.toSql(names, path.slice(0, path.indexOf('.')).replaceAll('"', '')), this.type).text;
    return { [property]: raw(condition, parameters) } as FindCondition<Entity>;
  }

  /** The level of a new item for which none was said (rule V1). */
  get defaultLevel(): VisibilityLevel {
    if (this.viewer === null) return DEFAULT_VISIBILITY_LEVEL;
    const { groups, tree } = this.model;
    return defaultLevel(this.viewer.group, tree, (number) => groups.get(number)?.defaults[this.type]);
  }

  /**
   * Refuses a level that somebody may not choose (rule V3).
   *
   * @throws BadRequestException when it is none; ForbiddenException when it is not the default and the viewer does not
   *   hold `<type>:change_visibility`
   */
  assertLevel(level: number): asserts level is VisibilityLevel {
    if (!isVisibilityLevel(level)) throw new BadRequestException('A level of visibility is 1, 3, 5 or 7.');
    if (level === this.defaultLevel || this.context.can?.(`${this.type}:change_visibility`) === true) return;
    throw new ForbiddenException(
      `${this.type}:change_visibility is needed for another level than ${this.defaultLevel}.`,
    );
  }

  /**
   * What a new item of the viewer's says of its visibility.
   *
   * @param level - the default when nothing is said
   * @throws as {@link assertLevel}; ForbiddenException for somebody who is not active
   */
  newItem(level: number = this.defaultLevel): NewItem {
    if (this.viewer === null) throw new ForbiddenException();
    this.assertLevel(level);
    return { ownerId: this.viewer.id, group: this.viewer.group, level };
  }
}

function assertCursor(after: string, { idType }: VisibleTable): void {
  try {
    parseCursor(after, idType);
  } catch {
    throw new BadRequestException('The page does not begin anywhere: ask for the first one again.');
  }
}
