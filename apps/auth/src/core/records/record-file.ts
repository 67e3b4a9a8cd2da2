import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { readCsv } from './read-csv.js';
import { readJsonLines } from './read-json-lines.js';
import type { ReadRecord, RecordFormat } from './record.js';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const CHUNK_BYTES = 256 * 1024;

/** A file of records, read as a stream: memory does not grow with it. */
export class RecordFile {
  private stream: ReadStream | null = null;

  private constructor(
    private readonly path: string,
    private readonly format: RecordFormat,
    private readonly columns: readonly string[],
    /** In bytes. */
    readonly size: number,
  ) {}

  /**
   * @param columns - the names that a CSV file may have
   * @throws Error when there is no such file
   */
  static async open(path: string, format: RecordFormat, columns: readonly string[]): Promise<RecordFile> {
    return new RecordFile(path, format, columns, (await stat(path)).size);
  }

  /** How far the file was read. */
  get bytesRead(): number {
    return this.stream?.bytesRead ?? 0;
  }

  async *records(): AsyncGenerator<ReadRecord> {
    const start = (await startsWithMark(this.path)) ? BYTE_ORDER_MARK.length : 0;
    this.stream = createReadStream(this.path, { start, highWaterMark: CHUNK_BYTES });
    if (this.format === 'jsonl') yield* readJsonLines(this.stream);
    else yield* readCsv(this.stream, this.columns);
  }
}

async function startsWithMark(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0);
    return bytesRead === BYTE_ORDER_MARK.length && buffer.equals(BYTE_ORDER_MARK);
  } finally {
    await file.close();
  }
}
