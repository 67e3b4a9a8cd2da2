import type { ActionContext, BaseProperty, BaseRecord as PanelRecord, Filter, ParamsType } from 'adminjs';
import { isUUID } from 'class-validator';
import { BaseRecord, BaseResource } from './adminjs.js';
import { DEFAULT_LANGUAGE } from '../../words/index.js';
import { assertMay, may, type PanelAdmin, readableFields, writableFields } from './panel-admin.js';
import { AppError, assertThat } from '../../core/errors/index.js';
import { showRefusals } from './panel-errors.js';
import { listCriteria, type PanelPage, readWindow } from './panel-list.js';
import { idProperty, PanelProperty } from './panel-property.js';
import type { PanelResourceOptions, PanelRow } from './panel-resource.types.js';
import { changedValues, formValues, rowToParams } from './panel-values.js';

/**
 * A resource of the panel over the modules' queries and commands. It holds two lines of defence: only declared fields
 * are read, written, searched and sorted by, and each call needs its permission, however AdminJS came to make it.
 */
export class PanelResource extends BaseResource {
  private readonly all: readonly BaseProperty[];
  /** AdminJS counts right after it has read with the same filter. */
  private readonly totals = new WeakMap<Filter, number>();

  constructor(readonly options: PanelResourceOptions) {
    super();
    this.all = [idProperty(), ...options.fields.map((field, index) => new PanelProperty(field, index))];
  }

  override id(): string {
    return this.options.id;
  }

  override databaseName(): string {
    return 'auth';
  }

  override properties(): BaseProperty[] {
    return [...this.all];
  }

  override property(path: string): BaseProperty | null {
    return this.all.find((property) => property.path() === path) ?? null;
  }

  override async find(filter: Filter, page: PanelPage, context?: ActionContext): Promise<PanelRecord[]> {
    const { doors, permissions } = this.options;
    assertMay(context, permissions.read);
    const criteria = listCriteria(this.options, filter, page.sort);
    const { rows, total } = await readWindow((query) => doors.list(query), criteria, page);
    this.totals.set(filter, total);
    return rows.map((row) => this.toRecord(row, context));
  }

  override count(filter: Filter): Promise<number> {
    return Promise.resolve(this.totals.get(filter) ?? 0);
  }

  override async findOne(id: string, context?: ActionContext): Promise<PanelRecord | null> {
    assertMay(context, this.options.permissions.read);
    return this.read(id, context);
  }

  /** For references, which stay bare ids for those who may not read what they refer to. */
  override async findMany(ids: (string | number)[], context?: ActionContext): Promise<PanelRecord[]> {
    if (!may(context?.currentAdmin, this.options.permissions.read)) return [];
    const records = await Promise.all(ids.map((id) => this.read(String(id), context)));
    return records.filter((record) => record !== null);
  }

  override async create(params: Record<string, unknown>, context?: ActionContext): Promise<ParamsType> {
    const { doors, fields, permissions } = this.options;
    assertMay(context, permissions.create);
    const writable = writableFields(fields, 'new', context?.currentAdmin);
    return showRefusals(fields, context?.currentAdmin, async () => {
      assertThat(doors.create !== undefined, 'forbidden');
      return { id: await doors.create(formValues('new', writable, params)) };
    });
  }

  override async update(
    id: string,
    params: Record<string, unknown>,
    context?: ActionContext,
  ): Promise<ParamsType> {
    const { doors, fields, permissions } = this.options;
    assertMay(context, permissions.update);
    const writable = writableFields(fields, 'edit', context?.currentAdmin);
    return showRefusals(fields, context?.currentAdmin, async () => {
      assertThat(doors.update !== undefined, 'forbidden');
      const changes = changedValues(formValues('edit', writable, params), await doors.get(id));
      const version = Number(params.version);
      if (Object.keys(changes).length > 0)
        await doors.update(id, changes, Number.isInteger(version) ? version : undefined);
      return rowToParams(readableFields(fields, context?.currentAdmin), await doors.get(id));
    });
  }

  override async delete(id: string, context?: ActionContext): Promise<void> {
    const { doors, fields, permissions } = this.options;
    assertMay(context, permissions.remove);
    await showRefusals(fields, context?.currentAdmin, async () => {
      assertThat(doors.remove !== undefined, 'forbidden');
      await doors.remove(id);
    });
  }

  private async read(id: string, context?: ActionContext): Promise<PanelRecord | null> {
    if (!isUUID(id)) return null;
    try {
      return this.toRecord(await this.options.doors.get(id), context);
    } catch (error) {
      if (error instanceof AppError && error.code === 'not_found') return null;
      throw error;
    }
  }

  private toRecord(row: PanelRow, context?: ActionContext): PanelRecord {
    const { fields, doors } = this.options;
    const { language = DEFAULT_LANGUAGE } = (context?.currentAdmin ?? {}) as Partial<PanelAdmin>;
    // What is in a form is saved again.
    const told = context?.action.name === 'edit' ? row : (doors.told?.(row, language) ?? row);
    return new BaseRecord(rowToParams(readableFields(fields, context?.currentAdmin), told), this);
  }
}
