import type { Filter } from 'adminjs';
import { isUUID } from 'class-validator';
import { AppError } from '../../core/errors/index.js';
import type { PanelField, PanelListQuery, PanelResourceOptions, PanelRow } from './panel-resource.types.js';

/** A page as AdminJS numbers it. */
export interface PanelPage {
  readonly limit: number;
  readonly offset: number;
  readonly sort?: { readonly sortBy?: string | undefined; readonly direction?: 'asc' | 'desc' | undefined };
}

/** What was read, and how many rows are known to exist. */
export interface PanelWindow {
  readonly rows: readonly PanelRow[];
  readonly total: number;
}

/** Rows that the modules hand out at once. */
const CHUNK = 200;
/** Beyond, a filter finds things sooner than turning pages. */
const MAX_OFFSET = 10_000;
const MAX_FILTER_LENGTH = 200;

/** Filters and sort of a request, of declared fields alone. */
export function listCriteria(
  options: PanelResourceOptions,
  filter: Filter,
  sort: PanelPage['sort'],
): Pick<PanelListQuery, 'filters' | 'sort'> {
  const filters: Record<string, string> = {};
  for (const [path, { value }] of Object.entries(filter.filters)) {
    const fault = filterFault(
      options.fields.find(({ name }) => name === path),
      value,
    );
    if (fault !== undefined) refuse(`filters.${path}`, fault);
    filters[path] = value as string;
  }
  const order = sortOf(options, sort ?? {});
  return { filters, ...(order !== undefined && { sort: order }) };
}

function filterFault(field: PanelField | undefined, value: unknown): string | undefined {
  if (field?.places.includes('filter') !== true) return 'this is no field to filter by';
  if (typeof value !== 'string' || value.length > MAX_FILTER_LENGTH || value.includes('\0'))
    return 'must be a short text';
  if (field.reference !== undefined && !isUUID(value)) return 'must be an id';
  return field.values === undefined || field.values.includes(value) ? undefined : 'must be one of the values';
}

/** AdminJS has put in the default order where a request names none. */
function sortOf(
  { fields }: PanelResourceOptions,
  { sortBy, direction }: NonNullable<PanelPage['sort']>,
): string | undefined {
  if (sortBy === undefined) return undefined;
  const field = fields.find(({ name }) => name === sortBy);
  if (field?.sortable !== true) refuse('sortBy', 'this is no field to sort by');
  return direction === 'desc' ? `-${sortBy}` : sortBy;
}

/**
 * Reads one numbered page of a list that the modules page by cursor. The rows before it are read too, and one chunk
 * behind it, so that a short list has its true total and a long one always a next page.
 */
export async function readWindow(
  list: (
    query: PanelListQuery,
  ) => Promise<{ readonly items: readonly PanelRow[]; readonly nextCursor: string | null }>,
  criteria: Pick<PanelListQuery, 'filters' | 'sort'>,
  { limit, offset }: PanelPage,
): Promise<PanelWindow> {
  if (!(offset >= 0 && offset <= MAX_OFFSET)) refuse('page', 'this page is too far; set a filter');
  const rows: PanelRow[] = [];
  let cursor: string | null = null;
  do {
    const page = await list({ ...criteria, limit: CHUNK, ...(cursor !== null && { cursor }) });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && rows.length <= offset + limit);
  return { rows: rows.slice(offset, offset + limit), total: rows.length };
}

function refuse(field: string, message: string): never {
  throw AppError.forField('invalid_request', field, message);
}
