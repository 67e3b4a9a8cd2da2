import { stringify } from 'csv-stringify/sync';
import { escapeFormula } from './formula.js';
import type { RecordFormat } from './record.js';

type Fields = Readonly<Record<string, unknown>>;

/** What stands before the first record. */
export const formatHeader = (format: RecordFormat, columns: readonly string[]): string =>
  format === 'csv' ? stringify([columns]) : '';

/**
 * Writes records one after the other.
 *
 * @param columns - what is written of a record, in this order
 */
export function formatRecords(
  format: RecordFormat,
  columns: readonly string[],
  records: readonly Fields[],
): string {
  if (format === 'csv')
    return stringify(records.map((fields) => columns.map((name) => toField(fields[name]))));
  const selected = (fields: Fields) => Object.fromEntries(columns.map((name) => [name, fields[name]]));
  return records.map((fields) => `${JSON.stringify(selected(fields))}\n`).join('');
}

/** Text as it is, everything else as JSON. */
function toField(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return escapeFormula(typeof value === 'string' ? value : JSON.stringify(value));
}
