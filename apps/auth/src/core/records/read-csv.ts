import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { unescapeFormula } from './formula.js';
import { MAX_RECORD_BYTES, type ReadRecord } from './record.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads CSV (RFC 4180) whose first record names the columns. An empty field is none.
 *
 * @param columns - the names there may be
 * @throws Error when a column is unknown, or quotes do not match: from there on nothing could be told apart
 */
export async function* readCsv(
  chunks: AsyncIterable<Buffer>,
  columns: readonly string[],
): AsyncGenerator<ReadRecord> {
  const parser = Readable.from(chunks, { objectMode: false }).pipe(
    parse({
      encoding: null,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_RECORD_BYTES,
    }),
  );
  let names: readonly string[] | null = null;
  try {
    for await (const record of parser as AsyncIterable<Buffer[]>) {
      if (names === null) names = namesOf(record, columns);
      else yield toRecord(record, names);
    }
  } catch (cause) {
    throw new Error(`The CSV file can't be read: ${cause instanceof Error ? cause.message : 'unknown'}`, {
      cause,
    });
  }
}

function namesOf(header: readonly Buffer[], columns: readonly string[]): readonly string[] {
  const names = header.map((field) => utf8.decode(field).trim());
  const unknown = names.filter((name) => !columns.includes(name));
  if (unknown.length > 0)
    throw new Error(`unknown columns ${unknown.join(', ')}; known: ${columns.join(', ')}`);
  if (new Set(names).size !== names.length) throw new Error('a column is there twice');
  return names;
}

function toRecord(fields: readonly Buffer[], names: readonly string[]): ReadRecord {
  if (fields.length !== names.length)
    return { fault: `has ${fields.length} fields instead of ${names.length}` };
  try {
    const entries = fields.map((field, index): [string, string] => [
      names[index] ?? '',
      unescapeFormula(utf8.decode(field)),
    ]);
    return { fields: Object.fromEntries(entries.filter(([, value]) => value !== '')) };
  } catch {
    return { fault: 'is not UTF-8' };
  }
}
