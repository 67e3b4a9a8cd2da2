import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { formatHeader, formatRecords } from './format-records.js';
import type { RecordFormat } from './record.js';

type Fields = Readonly<Record<string, unknown>>;

/** Writes a file of records that its owner alone may read. It appears under its name only once it is whole. */
export class RecordWriter {
  private constructor(
    private readonly file: FileHandle,
    private readonly path: string,
    private readonly format: RecordFormat,
    private readonly columns: readonly string[],
  ) {}

  /** @param columns - what is written of a record, in this order */
  static async create(path: string, format: RecordFormat, columns: readonly string[]): Promise<RecordWriter> {
    await rm(partOf(path), { force: true });
    const file = await open(partOf(path), 'wx', 0o600);
    const writer = new RecordWriter(file, path, format, columns);
    await file.appendFile(formatHeader(format, columns));
    return writer;
  }

  async write(records: readonly Fields[]): Promise<void> {
    await this.file.appendFile(formatRecords(this.format, this.columns, records));
  }

  /** Gives the file its name. */
  async end(): Promise<void> {
    await this.file.sync();
    await this.file.close();
    await rename(partOf(this.path), this.path);
  }

  /** Leaves no file behind. */
  async discard(): Promise<void> {
    await this.file.close();
    await rm(partOf(this.path), { force: true });
  }
}

const partOf = (path: string): string => `${path}.part`;
