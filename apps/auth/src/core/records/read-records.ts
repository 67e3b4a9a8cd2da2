import { Readable } from 'node:stream';
import { readCsv } from './read-csv.js';
import { readJsonLines } from './read-json-lines.js';
import type { ReadRecord, RecordFormat } from './record.js';

/**
 * Reads the records of a text.
 *
 * @param columns - the names that CSV may have
 * @throws Error for CSV with an unknown column, or quotes that do not match
 */
export async function readRecords(
  text: string,
  format: RecordFormat,
  columns: readonly string[],
): Promise<ReadRecord[]> {
  const records: ReadRecord[] = [];
  const chunks = Readable.from([Buffer.from(text)]) as AsyncIterable<Buffer>;
  for await (const record of format === 'jsonl' ? readJsonLines(chunks) : readCsv(chunks, columns))
    records.push(record);
  return records;
}
