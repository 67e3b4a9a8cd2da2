import { AppError, type FieldError } from '../../core/errors/index.js';
import type { PanelField, PanelRow, PanelValues } from './panel-resource.types.js';

/** What AdminJS keeps of a row: the fields given, the id and the version. */
export function rowToParams(fields: readonly PanelField[], row: PanelRow): Record<string, unknown> {
  const values = row as PanelRow & Readonly<Record<string, unknown>>;
  const params: Record<string, unknown> = { id: row.id };
  if (row.version !== undefined) params.version = row.version;
  for (const { name, type } of fields) {
    if (values[name] !== undefined) params[name] = paramOf(type, values[name]);
  }
  return params;
}

function paramOf(type: PanelField['type'], value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  // In one piece, since AdminJS takes structures apart and mixes the parts of an old and a new one.
  if (type === 'set') return JSON.stringify(value);
  return type === 'json' && value !== null ? JSON.stringify(value, null, 2) : value;
}

/**
 * The values of a form for the fields given. Everything else that came along is left out.
 *
 * @throws AppError `invalid_request` naming the fields that are at fault
 */
export function formValues(
  place: 'new' | 'edit',
  fields: readonly PanelField[],
  params: Readonly<Record<string, unknown>>,
): PanelValues {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const field of fields) {
    const value = formValue(place, field, params[field.name]);
    const message = faultOf(field, value);
    if (message !== undefined) errors.push({ field: field.name, message });
    else if (value !== undefined) values[field.name] = value;
  }
  if (errors.length > 0) throw new AppError('invalid_request', { errors });
  return values;
}

/** Those of the values that differ from what the row has. */
export function changedValues(values: PanelValues, row: PanelRow): PanelValues {
  const before = row as PanelRow & Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSame(value, before[name])));
}

function formValue(place: 'new' | 'edit', { type }: PanelField, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (type === 'set') return textsOf(value);
  if (type === 'boolean') return value === true || value === 'true';
  const text = value === null ? '' : `${value as string | number}`;
  // What was left empty in a new form was not said, and a password that was not typed is none.
  return text === '' && (place === 'new' || type === 'password') ? undefined : text;
}

/** A set as the form sends it; undefined for what is none. */
function textsOf(value: unknown): string[] | undefined {
  try {
    const items: unknown = JSON.parse(value as string);
    return Array.isArray(items) ? [...new Set(items.filter((item) => typeof item === 'string'))] : undefined;
  } catch {
    return undefined;
  }
}

function faultOf(field: PanelField, value: unknown): string | undefined {
  if (value === undefined || value === '') return field.isRequired === true ? 'faults.required' : undefined;
  return typeof value === 'string' ? faultOfText(field, value) : undefined;
}

function faultOfText({ rule, values }: PanelField, text: string): string | undefined {
  if (values !== undefined && !values.includes(text)) return 'faults.noneOfValues';
  if (rule === undefined) return undefined;
  return text.length > rule.maxLength ? 'faults.tooLong' : rule.fault?.(text);
}

function isSame(value: unknown, before: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(before)) {
    return value.length === before.length && value.every((item) => before.includes(item));
  }
  return value === before || (value === '' && (before === null || before === undefined));
}
