import { stringify } from 'csv-stringify/sync';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { escapeFormula } from './formula.js';
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
    if (format === 'csv') await file.appendFile(stringify([columns]));
    return writer;
  }

  async write(records: readonly Fields[]): Promise<void> {
    await this.file.appendFile(this.format === 'csv' ? this.toCsv(records) : this.toJsonLines(records));
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

  private toJsonLines(records: readonly Fields[]): string {
    return records.map((fields) => `${JSON.stringify(this.selected(fields))}\n`).join('');
  }

  private selected(fields: Fields): Fields {
    return Object.fromEntries(this.columns.map((name) => [name, fields[name]]));
  }

  private toCsv(records: readonly Fields[]): string {
    return stringify(records.map((fields) => this.columns.map((name) => toField(fields[name]))));
  }
}

const partOf = (path: string): string => `${path}.part`;

/** Text as it is, everything else as JSON. */
function toField(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return escapeFormula(typeof value === 'string' ? value : JSON.stringify(value));
}
